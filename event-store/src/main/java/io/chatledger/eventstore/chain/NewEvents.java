package io.chatledger.eventstore.chain;

import java.time.Duration;

/** Tells when there may be something to do. */
@FunctionalInterface
public interface NewEvents {

    /** Returns soon after something was stored, and after the time in any case. */
    void await(Duration atMost) throws InterruptedException;
}
