package io.chatledger.projection.asof;

import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to change something outside, as the events tell it: every attempt is recorded, durably, before it is
 * made, and what came of it afterwards. A new kind of effect adds its events here.
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

    static final String PENDING = "pending";
    static final String NOT_SENT = "not-sent";

    /** The events that say what has been tried, and with what success. */
    static final List<Class<? extends Event>> EVENTS = List.of(
            SendingStarted.class, MessageAccepted.class, MessageFailed.class, SendingDeferred.class, OutcomeLost.class);

    /** What an event says about an effect. */
    record Told(String kind, String key, String outcome) {}

    /** Null for an event that is about none. */
    static @Nullable Told told(Object event) {
        return switch (event) {
            case SendingStarted e -> message(e.conversationId().key(), e.messageId(), PENDING);
            case MessageAccepted e -> message(e.conversationId().key(), e.messageId(), "accepted");
            case MessageFailed e -> message(e.conversationId().key(), e.messageId(), "refused");
            case SendingDeferred e -> message(e.conversationId().key(), e.messageId(), NOT_SENT);
            case OutcomeLost e -> message(e.conversationId().key(), e.messageId(), "unknown");
            default -> null;
        };
    }

    static SideEffect attempted(TrackedEventMessage<?> message, Event event, Told told) {
        Origin origin = Origin.from(message.getMetaData());
        return new SideEffect(
                message.trackingToken().position().orElseThrow(),
                message.getIdentifier(),
                told.kind(),
                told.key(),
                event.at(),
                PENDING,
                null,
                origin.correlationId(),
                origin.causationId());
    }

    SideEffect ended(String how, Instant when) {
        return new SideEffect(position, eventId, kind, key, at, how, when, correlationId, causationId);
    }

    private static Told message(String conversation, Object message, String outcome) {
        return new Told("message", conversation + ":" + message, outcome);
    }
}
