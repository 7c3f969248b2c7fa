package io.chatledger.command;

/** How far the event store has come. */
@FunctionalInterface
public interface EventPositions {

    /** A position at least as high as that of every event acknowledged so far. */
    long head();
}
