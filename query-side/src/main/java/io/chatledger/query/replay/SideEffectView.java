package io.chatledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to change something outside.
 *
 * @param id of the event that announced it
 * @param position of that event
 * @param kind {@code message}
 * @param key what it is about: for a message {@code <conversation>:<message>}, the key that its provider knows it by
 * @param outcome {@code pending, accepted, refused, not-sent, unknown}
 * @param causationId the event that it reacts to
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SideEffectView(
        String id,
        long position,
        String kind,
        String key,
        Instant at,
        String outcome,
        @Nullable Instant outcomeAt,
        String correlationId,
        @Nullable String causationId) {}
