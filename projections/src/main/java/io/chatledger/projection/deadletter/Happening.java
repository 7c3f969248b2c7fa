package io.chatledger.projection.deadletter;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Fact;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.Projection;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came, whether or not it can be read.
 *
 * @param position in the store; -1 where it came without one
 * @param fact null where it is no event of ours, or cannot be read
 * @param failure why it cannot be read
 */
public record Happening(
        EventMessage<?> message,
        long position,
        @Nullable Fact fact,
        @Nullable Throwable failure) {

    /** @throws RuntimeException where it cannot be read for the moment only, or only by a process of a later release */
    public static Happening of(EventMessage<?> message) {
        long position = Fact.positionOf(message);
        try {
            return new Happening(
                    message, position, Fact.of(message, Event.class).orElse(null), null);
        } catch (RuntimeException | LinkageError failure) {
            if (FailureCause.isPassing(failure) || FailureCause.isOfLaterRelease(failure)) {
                throw failure;
            }
            return new Happening(message, position, null, failure);
        }
    }

    boolean concerns(Projection<?, ?> projection) {
        return projection.events().stream().anyMatch(family -> family.isAssignableFrom(message.getPayloadType()));
    }

    /** Whose it is, by the name of its stream, whatever else of it can be read. */
    String tenant() {
        String stream = stream();
        int end = stream.indexOf('/');
        return end < 0 ? stream : stream.substring(0, end);
    }

    /** The stream it belongs to; one outside of any has its own id for it. */
    String stream() {
        return message instanceof DomainEventMessage<?> domain
                ? domain.getAggregateIdentifier()
                : message.getIdentifier();
    }
}
