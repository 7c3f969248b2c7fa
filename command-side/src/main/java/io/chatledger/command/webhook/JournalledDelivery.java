package io.chatledger.command.webhook;

import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A journalled webhook body that this node has taken up.
 *
 * @param id the row of the journal; with a tenant it names the delivery's stream
 * @param repeats how often the same body has come again so far
 * @param attempts how often it was taken up in vain, or once where it has been worked through before
 * @param again whether any of it may have been done before
 * @param askedBy the tenant that wants its part done once more; the platform where nobody asked
 * @param size bytes of the body, by which room was reserved for it
 * @param arrival its number among all bodies; a higher one than that of every body acknowledged before it came
 */
public record JournalledDelivery(
        UUID id,
        String source,
        Instant receivedAt,
        int repeats,
        int attempts,
        boolean again,
        TenantId askedBy,
        int size,
        long arrival) {

    private static final int LAST_ATTEMPT = 8;

    /** Whether whatever goes wrong now is final. */
    boolean lastAttempt() {
        return attempts >= LAST_ATTEMPT;
    }

    /** The origin of what the provider causes with this delivery. */
    public Origin origin(TenantId tenant) {
        return Origin.of(tenant, Actor.provider(source)).correlatedWith(id.toString());
    }
}
