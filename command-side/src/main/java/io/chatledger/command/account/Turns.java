package io.chatledger.command.account;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a few do something costly at once; a few more wait in order, and whoever comes beyond them is turned away at
 * once. Strangers may not fill the queue: some of it is left to those who are known.
 */
final class Turns {

    private final Semaphore places;
    private final int admitted;
    private final int strangersAdmitted;
    private final Duration patience;
    private final AtomicInteger inside = new AtomicInteger();

    /**
     * @param places who may be at it at once
     * @param strangers how many may wait
     * @param known how many more may wait if they are known
     * @param patience how long anybody waits
     */
    Turns(int places, int strangers, int known, Duration patience) {
        this.places = new Semaphore(places, true);
        this.strangersAdmitted = places + strangers;
        this.admitted = strangersAdmitted + known;
        this.patience = patience;
    }

    /** @throws DomainProblem {@code busy} if too many are waiting, or no place becomes free in time */
    <T> T take(boolean known, Supplier<T> work) {
        try {
            if (inside.incrementAndGet() > (known ? admitted : strangersAdmitted) || !placed()) {
                throw new DomainProblem(
                        DomainProblem.Kind.UNAVAILABLE, "busy", "Too many people are signing in; try again.");
            }
            try {
                return work.get();
            } finally {
                places.release();
            }
        } finally {
            inside.decrementAndGet();
        }
    }

    private boolean placed() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
