package io.chatledger.projection.asof;

import io.chatledger.kernel.feature.Effect.Outcome;
import io.chatledger.kernel.feature.Effect.Told;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to change something outside, as the events tell it: every attempt is recorded, durably, before it is
 * made, and what came of it afterwards.
 *
 * @param position of the event that announces the attempt
 * @param eventId of that event
 * @param kind {@code message}: something sent to a customer
 * @param key what the effect is about, unique within its kind; more attempts at the same have the same key
 * @param at when it was about to be made
 * @param outcome {@code pending}, {@code accepted}, {@code refused}, {@code not-sent} or {@code unknown}
 * @param outcomeAt null while pending
 * @param correlationId of the request that set it off
 * @param causationId the event that it reacts to; null where none is known
 */
public record SideEffect(
        long position,
        String eventId,
        String kind,
        String key,
        Instant at,
        String outcome,
        @Nullable Instant outcomeAt,
        String correlationId,
        @Nullable String causationId) {

    static SideEffect attempted(TrackedEventMessage<?> message, Event event, Told told) {
        Origin origin = Origin.from(message.getMetaData());
        return new SideEffect(
                message.trackingToken().position().orElseThrow(),
                message.getIdentifier(),
                told.kind(),
                told.key(),
                event.at(),
                told.outcome().text(),
                null,
                origin.correlationId(),
                origin.causationId());
    }

    SideEffect ended(Outcome how, Instant when) {
        return new SideEffect(position, eventId, kind, key, at, how.text(), when, correlationId, causationId);
    }
}
