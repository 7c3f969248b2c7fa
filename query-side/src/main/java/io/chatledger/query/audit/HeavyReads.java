package io.chatledger.query.audit;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only a few read whole histories at the same time, and none of them for ever. */
class HeavyReads {

    private static final Duration QUEUE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Semaphore places;

    HeavyReads(InstantSource clock, int atOnce) {
        this.clock = clock;
        this.places = new Semaphore(atOnce, true);
    }

    /** A place that is given back when it is closed. */
    final class Place implements AutoCloseable {

        private final Instant end = clock.instant().plus(LONGEST);

        /** @throws DomainProblem {@code too-long} */
        void goOn() {
            if (clock.instant().isAfter(end)) {
                throw busy("too-long", "The history is too long to be read in one go at the moment.");
            }
        }

        @Override
        public void close() {
            places.release();
        }
    }

    /** @throws DomainProblem {@code busy} if others do not finish in time */
    Place enter() {
        try {
            if (places.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Place();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw busy("busy", "Enough histories are being read at the moment; try again.");
    }

    private static DomainProblem busy(String code, String detail) {
        return new DomainProblem(DomainProblem.Kind.UNAVAILABLE, code, detail, Map.of("retryAfterSeconds", 10));
    }
}
