package io.chatledger.kernel.message;

import java.time.Instant;

/** A fact that has happened. Every event says when, in the time of the command that caused it. */
public interface Event {

    /** When the fact became true, UTC, from the command; never a clock of the event store. */
    Instant at();
}
