package io.chatledger.eventstore.chain;

import org.jspecify.annotations.Nullable;

/**
 * An event exactly as it lies in the store, every column of it.
 *
 * @param aggregateType null for an event outside of any aggregate
 * @param recordedAtMicros microseconds since 1970, UTC
 * @param payload the JSON text as stored, every blank of it
 * @param metadata the JSON text as stored
 */
public record StoredEvent(
        String tenant,
        long position,
        String eventId,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String name,
        int revision,
        long recordedAtMicros,
        String payload,
        String metadata) {}
