package io.chatledger.app.store.axonserver;

import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Real events of streams of no importance. */
final class Happenings {

    static final EventSerializer SERIALIZER = new EventSerializer(new EventRegistry());

    private static final TenantId TENANT = new TenantId("shop");

    private Happenings() {}

    static String stream() {
        return TenantStreamId.of(TENANT, UUID.randomUUID()).value();
    }

    static DomainEventMessage<?> event(String stream, long sequence) {
        SlugClaimed claimed = new SlugClaimed(new ClaimId(stream), new TenantId("owner-" + sequence), Instant.now());
        return new GenericDomainEventMessage<>(
                "Claim", stream, sequence, claimed, Map.of(Origin.TENANT, TENANT.value()));
    }
}
