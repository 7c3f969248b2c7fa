package io.chatledger.command;

import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Set;

/** A place besides the events where a person can be found by what they are called. */
public interface PersonalTraces {

    /**
     * Removes everything about the person, for ever; doing it again finds nothing.
     *
     * @param identities all that the person was ever known by to the tenant
     * @param upToArrival number of the webhook body, see {@link Arrivals}, up to which it is about this person; whoever is
     *     called so after it is somebody new
     * @return how many entries were changed
     */
    int remove(TenantId tenant, Set<Identity> identities, long upToArrival);
}
