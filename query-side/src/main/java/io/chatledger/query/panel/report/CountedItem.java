package io.chatledger.query.panel.report;

import io.chatledger.kernel.report.Metric;
import io.chatledger.kernel.report.Unit;
import io.chatledger.query.report.CountedView;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a metric counts, as a line of a list.
 *
 * @param when by the tenant's clocks
 * @param lasted how long it took; null where it only counts
 * @param detail in the metric's own dimension
 */
record CountedItem(
        CountedView counted,
        String when,
        @Nullable String lasted,
        @Nullable String detail) {

    static CountedItem of(CountedView counted, Metric metric, ZoneId zone) {
        return new CountedItem(
                counted,
                MomentText.of(counted.at(), zone),
                metric.unit() == Unit.milliseconds ? DurationText.of(counted.value()) : null,
                counted.who() != null ? counted.who() : counted.kind() != null ? counted.kind() : counted.cause());
    }
}
