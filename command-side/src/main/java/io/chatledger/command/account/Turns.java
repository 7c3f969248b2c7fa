package io.chatledger.command.account;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few do something costly at once; the others wait in order, and not without end. */
final class Turns {

    private final Semaphore places;
    private final Duration patience;

    Turns(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** @throws DomainProblem {@code busy} if no place becomes free in time */
    <T> T take(Supplier<T> work) {
        if (!admitted()) {
            throw new DomainProblem(
                    DomainProblem.Kind.UNAVAILABLE, "busy", "Too many people are signing in; try again.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean admitted() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
