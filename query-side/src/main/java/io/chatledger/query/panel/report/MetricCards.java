package io.chatledger.query.panel.report;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Unit;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.panel.report.MetricCard.Share;
import io.chatledger.query.report.Grain;
import io.chatledger.query.report.MetricNumbers.Item;
import io.chatledger.query.report.MetricQueries;
import io.chatledger.query.report.MetricQuestion;
import io.chatledger.query.report.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks for the numbers that a card shows, each with the way to what is counted in it. */
@Component
class MetricCards {

    private final MetricQueries queries;

    MetricCards(MetricQueries queries) {
        this.queries = queries;
    }

    /** @param days by day */
    MetricCard card(TenantId tenant, Metric metric, Period days) {
        boolean several = queries.metrics().versionsOf(metric.id()).size() > 1;
        if (!metric.apart().isEmpty()) {
            List<MetricChart> charts = metric.apart().stream()
                    .map(value -> chart(tenant, metric, days, value))
                    .toList();
            return new MetricCard(metric, several, charts, List.of());
        }
        List<Share> shares = metric.unit() == Unit.count ? shares(tenant, metric, days) : List.of();
        return new MetricCard(metric, several, List.of(chart(tenant, metric, days, null)), shares);
    }

    private MetricChart chart(TenantId tenant, Metric metric, Period days, @Nullable String detail) {
        MetricQuestion question = MetricQuestion.of(metric);
        MetricQuestion asked =
                detail == null ? question : question.only(metric.own().getFirst(), detail);
        Item total = queries.numbers(tenant, asked, whole(days)).items().getFirst();
        List<Item> items = queries.numbers(tenant, asked, days).items();
        return new MetricChart(
                detail,
                text(metric, total),
                total.count(),
                link(metric, detail, days.from(), days.to()),
                MetricChart.bars(
                        items,
                        item -> String.valueOf(text(metric, item)),
                        item -> link(metric, detail, item.start(), item.end())));
    }

    private List<Share> shares(TenantId tenant, Metric metric, Period days) {
        if (metric.own().isEmpty()) {
            return List.of();
        }
        Dimension detail = metric.own().getFirst();
        MetricQuestion question = MetricQuestion.of(metric).by(detail);
        return queries.numbers(tenant, question, whole(days)).items().stream()
                .map(item -> share(metric, item.dimensions().get(detail.name()), item.count(), days))
                .toList();
    }

    private static Share share(Metric metric, @Nullable String detail, long count, Period days) {
        return new Share(detail, count, link(metric, detail, days.from(), days.to()));
    }

    private static Period whole(Period days) {
        return new Period(days.zone(), days.from(), days.to(), Grain.total);
    }

    private static @Nullable String text(Metric metric, Item item) {
        Long value = item.value();
        if (value == null) {
            return null;
        }
        return metric.unit() == Unit.milliseconds ? DurationText.of(value) : Long.toString(value);
    }

    private static String link(Metric metric, @Nullable String detail, Instant from, Instant to) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/panel/metrics/{name}")
                .queryParam("version", metric.version())
                .queryParam("from", from)
                .queryParam("to", to);
        if (detail != null) {
            link.queryParam(metric.own().getFirst().name(), detail);
        }
        return link.buildAndExpand(metric.id()).encode().toUriString();
    }
}
