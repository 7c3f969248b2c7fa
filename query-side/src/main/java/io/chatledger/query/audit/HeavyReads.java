package io.chatledger.query.audit;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.FairShares;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets only a few read whole histories at the same time, fewer still of one tenant, and none of them for ever. */
class HeavyReads {

    private static final int WAITING = 20;
    private static final Duration QUEUE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final FairShares places;

    HeavyReads(InstantSource clock, int atOnce, int ofOneTenant) {
        this.clock = clock;
        this.places = new FairShares(new FairShares.Bounds(atOnce, ofOneTenant, WAITING, QUEUE));
    }

    /** How long a whole history may be read. */
    record Limit(InstantSource clock, Instant end) {

        /** @throws DomainProblem {@code too-long} */
        void goOn() {
            if (clock.instant().isAfter(end)) {
                throw new DomainProblem(
                        DomainProblem.Kind.UNPROCESSABLE,
                        "too-long",
                        "The history is too long to be read in one go; ask for a shorter time.");
            }
        }
    }

    /** A place that is given back when it is closed. */
    record Place(FairShares.Place place, Limit limit) implements AutoCloseable {

        /** @throws DomainProblem {@code too-long} */
        void goOn() {
            limit.goOn();
        }

        @Override
        public void close() {
            place.close();
        }
    }

    static Limit limit(InstantSource clock) {
        return new Limit(clock, clock.instant().plus(LONGEST));
    }

    /** @throws DomainProblem as {@link FairShares#enter} */
    Place enter(TenantId tenant) {
        return new Place(places.enter(tenant), limit(clock));
    }
}
