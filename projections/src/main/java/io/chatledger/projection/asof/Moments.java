package io.chatledger.projection.asof;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.asof.TenantLog.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Finds out which part of a tenant's history somebody means. */
final class Moments {

    /** As far as a caller's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final TenantLog log;
    private final InstantSource clock;

    Moments(TenantLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    Wanted inPassing(TenantId tenant, Instant asOf) {
        return of(tenant, asOf, false);
    }

    /** Either an instant or a position. */
    Wanted wanted(TenantId tenant, @Nullable Instant asOf, @Nullable Long upTo) {
        if (asOf != null && upTo == null) {
            return of(tenant, asOf, true);
        }
        if (upTo == null || asOf != null) {
            throw DomainProblem.invalid("asOf", "one-of", "Say either asOf or upToPosition.");
        }
        return of(tenant, upTo);
    }

    private Wanted of(TenantId tenant, Instant asOf, boolean asked) {
        Instant now = clock.instant();
        if (asOf.isAfter(now.plus(SKEW))) {
            throw DomainProblem.invalid("asOf", "in-the-future", "What is to come is not known.");
        }
        Instant moment = within(asOf, now).truncatedTo(ChronoUnit.MICROS);
        long head = log.head();
        Place place = log.at(tenant, moment);
        return new Wanted(tenant, moment, place.position(), place.position(), moment, head, asked);
    }

    private Wanted of(TenantId tenant, long upTo) {
        if (upTo < 0) {
            throw DomainProblem.invalid("upToPosition", "out-of-range", "A position is 0 or more.");
        }
        long head = log.head();
        if (upTo > head) {
            throw DomainProblem.invalid("upToPosition", "in-the-future", "There is no such position yet.");
        }
        Place place = log.upTo(tenant, upTo);
        return new Wanted(tenant, null, upTo, place.position(), place.at(), head, true);
    }

    /** There was nothing before the epoch. */
    private static Instant within(Instant asOf, Instant now) {
        return asOf.isAfter(now) ? now : asOf.isBefore(Instant.EPOCH) ? Instant.EPOCH : asOf;
    }
}
