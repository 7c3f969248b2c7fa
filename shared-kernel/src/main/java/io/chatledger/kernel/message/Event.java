package io.chatledger.kernel.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact that has happened. Every event says when, in the time of the command that caused it. */
public interface Event {

    /** When the fact became true, UTC, from the command; never a clock of the event store. */
    Instant at();

    /**
     * Whose personal data the event holds; null where it holds none. One person only, so that erasing somebody never
     * takes from what is known of others.
     */
    default @Nullable StreamId person() {
        return null;
    }
}
