package io.chatledger.query.report;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Unit;
import java.time.LocalDate;
import java.util.List;

/** A version of a metric as callers see it. See {@link Metric} for what the fields mean. */
public record MetricView(
        String name,
        int version,
        String title,
        String description,
        Unit unit,
        List<String> dimensions,
        LocalDate since) {

    static MetricView of(Metric metric) {
        return new MetricView(
                metric.id(),
                metric.version(),
                metric.title(),
                metric.description(),
                metric.unit(),
                metric.dimensions().stream().map(Dimension::name).toList(),
                metric.since());
    }
}
