package io.chatledger.query.panel.report;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Unit;
import io.chatledger.query.report.CountedView;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a metric counts, as a line of a list.
 *
 * @param when by the tenant's clocks
 * @param lasted how long it took; null where it only counts
 * @param channel its id, or {@code none}; null where the metric knows no channels
 * @param details in the metric's own dimensions, by their names
 */
record CountedItem(
        CountedView counted,
        String when,
        @Nullable String lasted,
        @Nullable String channel,
        Map<String, String> details) {

    static CountedItem of(CountedView counted, Metric metric, ZoneId zone) {
        Map<String, String> details = new LinkedHashMap<>(counted.dimensions());
        String channel = details.remove(Dimension.CHANNEL.name());
        return new CountedItem(
                counted,
                MomentText.of(counted.at(), zone),
                metric.unit() == Unit.milliseconds ? DurationText.of(counted.value()) : null,
                channel,
                details);
    }
}
