package io.chatledger.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether what everything is kept in, the event store and the database, can be reached. The one place that knows: while
 * it is away nothing is taken up, and its return wakes whatever waits.
 */
public final class StoreAvailability {

    private static final Logger LOG = LoggerFactory.getLogger(StoreAvailability.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition returned = lock.newCondition();
    private final Semaphore doubts = new Semaphore(0);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final LongSupplier nanos;
    private volatile boolean away;
    private volatile @Nullable Long returnedAt;

    public StoreAvailability() {
        this(System::nanoTime);
    }

    /** @param nanos the time that passes, in nanoseconds from anywhere */
    public StoreAvailability(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Told of each change, on the thread that has found it out; one that fails keeps no other from hearing. */
    public interface Listener {

        void lost();

        void returned();
    }

    public boolean isAway() {
        return away;
    }

    /** Whether it is there, and did not return within that time: whoever lives has shown a sign of it since. */
    public boolean isSettled(Duration since) {
        if (away) {
            return false;
        }
        Long last = returnedAt; // read second, as it is written first: a return that has been seen is not missed
        return last == null || nanos.getAsLong() - last >= since.toNanos();
    }

    /** @return whether it is there, at the latest when the time is over */
    public boolean await(Duration atMost) throws InterruptedException {
        if (!away) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (away && left > 0) {
                left = returned.awaitNanos(left);
            }
            return !away;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has met a failure of storage: it is looked at soon, and well. */
    public void doubt() {
        if (doubts.availablePermits() == 0) {
            doubts.release();
        }
    }

    /** For whoever looks. @return whether somebody doubts, at once if so */
    public boolean awaitDoubt(Duration atMost) throws InterruptedException {
        boolean doubted = doubts.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        doubts.drainPermits();
        return doubted;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** For whoever looks: it cannot be reached. */
    public void lose() {
        away = true;
        tell(Listener::lost);
    }

    /** For whoever looks: it can be reached again. */
    public void regain() {
        lock.lock();
        try {
            returnedAt = nanos.getAsLong();
            away = false;
            returned.signalAll();
        } finally {
            lock.unlock();
        }
        tell(Listener::returned);
    }

    private void tell(Consumer<Listener> news) {
        for (Listener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error failure) {
                LOG.error("{} did not take in that the store has gone or returned", listener.getClass(), failure);
            }
        }
    }
}
