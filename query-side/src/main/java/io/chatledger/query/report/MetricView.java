package io.chatledger.query.report;

import io.chatledger.kernel.report.Dimension;
import io.chatledger.kernel.report.Metric;
import io.chatledger.kernel.report.Unit;
import java.time.LocalDate;
import java.util.List;

/** A version of a metric as callers see it. See {@link Metric} for what the fields mean. */
public record MetricView(
        String name,
        int version,
        String title,
        String description,
        Unit unit,
        List<Dimension> dimensions,
        LocalDate since) {

    static MetricView of(Metric metric) {
        return new MetricView(
                metric.id(),
                metric.version(),
                metric.title(),
                metric.description(),
                metric.unit(),
                metric.dimensions(),
                metric.since());
    }
}
