package io.chatledger.web.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chatledger.command.request.ClientAddress;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much one address may ask of this process in a quarter of an hour without having signed in, by
 * {@code chatledger.limit.anonymous}; 0 for as much as it likes. A third of it may be registrations. What renews or ends
 * a session has ten times as much, as a whole office may share an address.
 */
@Component
class AnonymousLimit {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int ADDRESSES = 50_000;
    private static final int REGISTRATIONS = 3;
    private static final int RENEWALS = 10;

    private final int limit;

    /** An address that has asked for nothing in a whole period may ask for all of it again. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(3L * ADDRESSES)
            .expireAfterAccess(PERIOD)
            .build();

    /** What is counted apart. */
    enum Kind {
        ANY,
        REGISTRATION,
        RENEWAL
    }

    AnonymousLimit(@Value("${chatledger.limit.anonymous:100}") int limit) {
        if (limit < 0) {
            throw new IllegalStateException("CHATLEDGER_LIMIT_ANONYMOUS has to be 0 or more.");
        }
        this.limit = limit;
    }

    /** Counts a request; how many seconds its sender has to wait if it is too much. */
    OptionalLong count(HttpServletRequest request, Kind kind) {
        if (limit == 0) {
            return OptionalLong.empty();
        }
        String address = ClientAddress.of(request);
        OptionalLong refused = kind == Kind.RENEWAL ? OptionalLong.empty() : take(Kind.ANY, address);
        return refused.isPresent() || kind == Kind.ANY ? refused : take(kind, address);
    }

    private OptionalLong take(Kind kind, String address) {
        ConsumptionProbe probe =
                buckets.get(kind + " " + address, key -> bucket(kind)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
    }

    private Bucket bucket(Kind kind) {
        long most = switch (kind) {
            case ANY -> limit;
            case REGISTRATION -> Math.max(1, limit / REGISTRATIONS);
            case RENEWAL -> (long) limit * RENEWALS;
        };
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, PERIOD))
                .build();
    }
}
