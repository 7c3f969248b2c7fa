package io.chatledger.projection.metric;

import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.Storable;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is counted. It says nothing about a person.
 *
 * @param at when it counts
 * @param value 1, or how long it took
 * @param detail its values in the metric's own dimensions; null where there are none
 * @param since position of the event with which it began; null where it is one event alone
 */
public record Figure(
        Instant at,
        long value,
        @Nullable String detail,
        @Nullable Long since) {

    /** @param details its values in the metric's own dimensions, in their order; empty where it has none there */
    public static Figure one(Instant at, String... details) {
        return new Figure(at, 1, kept(details), null);
    }

    /**
     * What has ended, and how many milliseconds it took: none where clocks have it end before it began.
     *
     * @param details as of {@link #one}
     */
    public static Figure ended(Mark since, Instant at, String... details) {
        long millis = Math.max(0, Duration.between(since.at(), at).toMillis());
        return new Figure(at, millis, kept(details), since.position());
    }

    private static @Nullable String kept(String... details) {
        return switch (details.length) {
            case 0 -> null;
            case 1 -> Storable.key(details[0]);
            default ->
                Stream.of(details)
                        .map(one -> Storable.key(one).replace(Metric.BETWEEN, ' '))
                        .collect(Collectors.joining(String.valueOf(Metric.BETWEEN)));
        };
    }
}
