package io.chatledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.eventstore.chain.StoredEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A line of an archive: everything that is hashed, payload and metadata as text. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExportedEvent(
        String tenant,
        long position,
        String id,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        int revision,
        Instant recordedAt,
        long recordedAtMicros,
        String payload,
        String metadata,
        @Nullable String hash) {

    static ExportedEvent of(StoredEvent event, byte @Nullable [] hash) {
        return new ExportedEvent(
                event.tenant(),
                event.position(),
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.name(),
                event.revision(),
                Instant.EPOCH.plus(event.recordedAtMicros(), ChronoUnit.MICROS),
                event.recordedAtMicros(),
                event.payload(),
                event.metadata(),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }
}
