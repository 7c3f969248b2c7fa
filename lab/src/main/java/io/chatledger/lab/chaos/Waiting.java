package io.chatledger.lab.chaos;

import java.time.Duration;
import java.util.concurrent.Callable;

/** For other processes, which give no other sign. */
final class Waiting {

    private static final long TICK_MILLIS = 100;

    private Waiting() {}

    /** @return whether it came true in time; an exception is a no */
    static boolean until(Duration atMost, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (holds(condition)) {
                return true;
            }
            Thread.sleep(TICK_MILLIS);
        }
        return false;
    }

    private static boolean holds(Callable<Boolean> condition) throws InterruptedException {
        try {
            return condition.call();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception notYet) {
            return false;
        }
    }
}
