package io.chatledger.kernel.deadletter;

import io.chatledger.kernel.message.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to events that could not be handled. */
public sealed interface DeadLetterEvent extends Event {

    /**
     * Somebody decided that a projection or automation is to pass over an event; the actor says who.
     *
     * @param processor {@code projection.live} or {@code automation.<name>}
     * @param projection null where it is an automation
     * @param eventId of the event that is passed over; it stays in the history
     */
    record DeadLetterDiscarded(
            DeadLetterId letterId,
            String processor,
            @Nullable String projection,
            String eventType,
            String eventId,
            String reason,
            Instant at)
            implements DeadLetterEvent {}
}
