package io.chatledger.command;

import io.chatledger.eventstore.StoreAvailability;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Does work of our own until storage lets it: whoever works in order waits in its place, so that nothing overtakes it.
 * While the store is known to be away it is not asked; once it is back all go on, not quite at the same moment.
 */
public final class StorageRetry {

    private static final int ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long SPREAD_MILLIS = 200;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final StoreAvailability store;

    public StorageRetry(StoreAvailability store) {
        this.store = store;
    }

    /**
     * @param wanted asked between attempts: whether to go on
     * @throws RuntimeException the work's own failure, if it is none of storage, if nobody wants it any more, or if the
     *     store was there at every one of many attempts
     */
    public <T> T carryOut(Supplier<T> work, BooleanSupplier wanted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!StorageFailure.isOne(failure) || attempt == ATTEMPTS || !wanted.getAsBoolean()) {
                    throw failure;
                }
                store.doubt();
                if (pause(attempt, wanted, failure)) {
                    attempt = 0;
                }
            }
        }
    }

    /** @return whether the store was away, so that what went before says nothing */
    private boolean pause(int attempt, BooleanSupplier wanted, RuntimeException failure) {
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
        boolean wasAway = false;
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
            while (!store.await(LOOK)) {
                wasAway = true;
                if (!wanted.getAsBoolean()) {
                    throw failure;
                }
            }
            if (wasAway) {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(SPREAD_MILLIS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
        return wasAway;
    }
}
