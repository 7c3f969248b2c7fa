package io.chatledger.command.conversation.whatsapp;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Meta's limits, kept before the call: 80 messages a second for a number, and for one customer of a number one in 6
 * seconds with bursts of 45 (Cloud API, throughput and pair rate limits). They are this node's own.
 */
class SendLimits {

    private static final int MAX_BUCKETS = 100_000;

    private final Map<String, Bucket> numbers = bounded();
    private final Map<String, Bucket> pairs = bounded();
    private final TimeMeter clock;

    SendLimits(TimeMeter clock) {
        this.clock = clock;
    }

    /**
     * Takes one message's share.
     *
     * @return how long to wait, and nothing was taken; empty if the message may go
     */
    Optional<Duration> take(String phoneNumberId, String recipient) {
        Bucket pair = of(pairs, phoneNumberId + "/" + recipient, () -> bucket(45, 1, Duration.ofSeconds(6)));
        Optional<Duration> wait = take(pair);
        if (wait.isPresent()) {
            return wait;
        }
        Optional<Duration> busy = take(of(numbers, phoneNumberId, () -> bucket(80, 80, Duration.ofSeconds(1))));
        busy.ifPresent(ignored -> pair.addTokens(1));
        return busy;
    }

    private static Optional<Duration> take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(int capacity, int refill, Duration period) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .build();
    }

    private static Bucket of(Map<String, Bucket> buckets, String key, Supplier<Bucket> fresh) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, ignored -> fresh.get());
        }
    }

    /** The one that was not used for longest is full again by then, so forgetting it changes nothing. */
    private static Map<String, Bucket> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MAX_BUCKETS;
            }
        };
    }
}
