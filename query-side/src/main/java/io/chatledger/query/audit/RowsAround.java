package io.chatledger.query.audit;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The rows of the views around single events. The application supplies it. */
public interface RowsAround {

    /**
     * A row before and after an event, by column; null where there is none.
     *
     * @param view the name of its projection
     */
    record Around(
            String view,
            String id,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {}

    /** @throws DomainProblem {@code not-found} */
    List<Around> event(TenantId tenant, long position);
}
