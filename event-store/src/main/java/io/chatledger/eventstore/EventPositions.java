package io.chatledger.eventstore;

import java.util.Optional;

/** How far the event store has come. */
@FunctionalInterface
public interface EventPositions {

    /**
     * A position at least as high as that of every event acknowledged so far.
     *
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if the store has to be asked and does not
     *     answer
     */
    long head();

    /**
     * The head as an answer's header says it. Empty where it cannot be told now: what the answer is about is stored
     * already, and its caller must not take it for failed.
     */
    default Optional<String> toTell() {
        try {
            return Optional.of(Long.toString(head()));
        } catch (RuntimeException away) {
            return Optional.empty();
        }
    }
}
