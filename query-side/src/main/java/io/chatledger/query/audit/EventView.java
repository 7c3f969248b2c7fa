package io.chatledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.eventstore.chain.StoredEvent;
import io.chatledger.kernel.message.Origin;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stored event as auditors see it.
 *
 * @param type the stored name, {@code <feature>.<Event>}
 * @param aggregateId the last part of the stream's name, the id of the API
 * @param stream the whole name
 * @param sequence within the stream, from 0
 * @param at when it became true, by the event itself; where it says nothing, when it was stored
 * @param recordedAt when it was stored; the filters from and to go by this
 * @param command what was asked for; null where the event does not say
 * @param commandId what all events of one command share
 * @param hash of the tenant's chain, hexadecimal; null for an event so new that it is not linked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventView(
        long position,
        String id,
        String type,
        int revision,
        String aggregateId,
        String stream,
        long sequence,
        Instant at,
        Instant recordedAt,
        Actor actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String command,
        @Nullable String commandId,
        JsonNode payload,
        @Nullable String hash) {

    /** @param id null for the system */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Actor(String type, @Nullable String id) {}

    static EventView of(StoredEvent event, byte @Nullable [] hash, JsonNode payload) {
        JsonNode metadata = PayloadText.json(event.metadata());
        Instant recordedAt = Instant.EPOCH.plus(event.recordedAtMicros(), ChronoUnit.MICROS);
        String actor = text(metadata, Origin.ACTOR_TYPE);
        return new EventView(
                event.position(),
                event.eventId(),
                event.name(),
                event.revision(),
                event.aggregateId().substring(event.aggregateId().lastIndexOf('/') + 1),
                event.aggregateId(),
                event.sequence(),
                at(payload, recordedAt),
                recordedAt,
                new Actor(actor == null ? "system" : actor, text(metadata, Origin.ACTOR_ID)),
                text(metadata, Origin.CORRELATION_ID),
                text(metadata, Origin.CAUSATION_ID),
                text(metadata, "command"),
                text(metadata, "commandId"),
                payload,
                hash == null ? null : HexFormat.of().formatHex(hash));
    }

    private static Instant at(JsonNode payload, Instant recordedAt) {
        try {
            String at = text(payload, "at");
            return at == null ? recordedAt : Instant.parse(at);
        } catch (DateTimeException somethingElse) {
            return recordedAt;
        }
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? value.asString() : null;
    }
}
