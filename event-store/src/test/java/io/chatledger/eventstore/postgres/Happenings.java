package io.chatledger.app.store.postgres;

import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** Real events of streams of no importance. */
final class Happenings {

    private static final TenantId TENANT = new TenantId("shop");

    private Happenings() {}

    static String stream() {
        return TenantStreamId.of(TENANT, UUID.randomUUID()).value();
    }

    static DomainEventMessage<?> event(String stream, long sequence) {
        return event(UUID.randomUUID().toString(), stream, sequence);
    }

    /** PostgreSQL knows no text with this character in it. */
    static DomainEventMessage<?> unstorable() {
        return event("\0", stream(), 0);
    }

    private static DomainEventMessage<?> event(String id, String stream, long sequence) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        GenericEventMessage<?> message = new GenericEventMessage<>(
                id,
                new SlugClaimed(new ClaimId(stream), new TenantId("owner-" + sequence), at),
                Map.of(Origin.TENANT, TENANT.value(), "command", "ClaimSlug"),
                at);
        return new GenericDomainEventMessage<>("Claim", stream, sequence, message, () -> at);
    }
}
