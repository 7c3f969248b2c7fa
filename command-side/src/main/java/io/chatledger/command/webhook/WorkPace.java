package io.chatledger.command.webhook;

import io.chatledger.command.StorageRetry;
import io.chatledger.eventstore.StoreAvailability;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How deliveries are worked through where storage fails: nothing is begun while it is away, what has begun waits in its
 * place, and of what comes at the end of deliveries only a few are done at a time, however many end at once.
 */
class WorkPace {

    private static final int AT_ONCE = 16;

    private final StoreAvailability store;
    private final StorageRetry retry;
    private final BooleanSupplier open;
    private final Semaphore few = new Semaphore(AT_ONCE, true);

    /** @param open whether work is wanted; else what waits is given up */
    WorkPace(StoreAvailability store, BooleanSupplier open) {
        this.store = store;
        this.retry = new StorageRetry(store);
        this.open = open;
    }

    /** @return whether work may begin, at the latest when the time is over */
    boolean mayBegin(Duration atMost) throws InterruptedException {
        return store.await(atMost);
    }

    <T> T inItsPlace(Supplier<T> work) {
        return retry.carryOut(work, open);
    }

    <T> T oneOfFew(Supplier<T> work) {
        return retry.carryOut(
                () -> {
                    few.acquireUninterruptibly();
                    try {
                        return work.get();
                    } finally {
                        few.release();
                    }
                },
                open);
    }
}
