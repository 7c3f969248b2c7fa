package io.chatledger.projection.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is counted.
 *
 * @param at when it counts
 * @param value 1, or how long it took
 * @param detail in the metric's own dimension; null where it has none
 * @param since position of the event with which it began; null where it is one event alone
 */
record Figure(
        Instant at,
        long value,
        @Nullable String detail,
        @Nullable Long since) {

    static Figure one(Instant at) {
        return new Figure(at, 1, null, null);
    }

    static Figure one(Instant at, String detail) {
        return new Figure(at, 1, detail, null);
    }
}
