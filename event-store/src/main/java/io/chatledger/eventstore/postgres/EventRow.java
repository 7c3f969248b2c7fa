package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventDecoder;
import io.chatledger.eventstore.EventTenants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
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
    static final int NO_REVISION = EventDecoder.UNVERSIONED;

    /** @throws EventStoreException if the revision of its payload is not a number: nothing is stored then */
    static EventRow of(EventMessage<?> message, Serializer serializer, EventTenants tenants) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = message.serializeMetaData(serializer, String.class);
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> event ? event : null;
        return new EventRow(
                message,
                tenants.tenantOf(message),
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
        try {
            return revision == null ? NO_REVISION : Integer.parseInt(revision);
        } catch (NumberFormatException words) {
            throw new EventStoreException("A revision has to be a whole number; it is " + revision, words);
        }
    }
}
