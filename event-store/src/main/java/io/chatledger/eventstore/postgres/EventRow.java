package io.chatledger.app.store.postgres;

import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored. An event outside of any aggregate is a stream of its own, under its own id, with no
 * aggregate type.
 */
record EventRow(
        EventMessage<?> message,
        String tenant,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String name,
        int revision,
        Instant recordedAt,
        String payload,
        String metaData) {

    /** Stands for a payload that is not versioned. */
    static final int NO_REVISION = 0;

    static EventRow of(EventMessage<?> message, Serializer serializer) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = message.serializeMetaData(serializer, String.class);
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> event ? event : null;
        return new EventRow(
                message,
                tenantOf(message),
                domain == null ? null : domain.getType(),
                domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                payload.getType().getName(),
                revisionOf(payload.getType().getRevision()),
                message.getTimestamp(),
                payload.getData(),
                metaData.getData());
    }

    /** Roughly what it takes of memory and of a statement. */
    int characters() {
        return payload.length() + metaData.length() + aggregateId.length() + name.length();
    }

    long recordedAtMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt);
    }

    private static int revisionOf(@Nullable String revision) {
        return revision == null ? NO_REVISION : Integer.parseInt(revision);
    }

    private static String tenantOf(EventMessage<?> message) {
        // A claim of the platform may be written by a tenant's command: the stream's name decides, not the caller.
        if (message instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().indexOf('/') > 0) {
            return event.getAggregateIdentifier()
                    .substring(0, event.getAggregateIdentifier().indexOf('/'));
        }
        return message.getMetaData().get(Origin.TENANT) instanceof String tenant ? tenant : TenantId.PLATFORM.value();
    }
}
