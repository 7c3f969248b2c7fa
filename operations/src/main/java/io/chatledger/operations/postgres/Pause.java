package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.time.Duration;

/** Waiting for another process, which gives no other sign. */
final class Pause {

    private Pause() {}

    /** @throws StartupFailure if the thread is interrupted */
    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("Interrupted while PostgreSQL was starting or stopping.", e);
        }
    }
}
