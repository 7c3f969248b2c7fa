package io.chatledger.query.panel.report;

import io.chatledger.kernel.metric.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a metric on its card.
 *
 * @param several whether the metric has other versions
 * @param shares how its number is divided; none where its charts tell it
 */
record MetricCard(Metric metric, boolean several, List<MetricChart> charts, List<Share> shares) {

    /** A part of a number. */
    record Share(@Nullable String detail, long count, String link) {}
}
