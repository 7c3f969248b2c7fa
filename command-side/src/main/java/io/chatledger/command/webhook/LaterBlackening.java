package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.util.Set;
import java.util.UUID;

/** Takes note of whom a body is to lose once it has been worked through. */
@FunctionalInterface
public interface LaterBlackening {

    /**
     * Has a body that is being worked through lose a person when that is done. Once more does no harm.
     *
     * @param delivery id of the body in the journal
     * @param tenant whose customer it was
     * @param names as they stand in the body
     */
    void add(UUID delivery, TenantId tenant, Set<String> names);
}
