package io.chatledger.query.panel.report;

import io.chatledger.kernel.report.Dimension;
import io.chatledger.kernel.report.Metric;
import io.chatledger.kernel.report.Unit;
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

    private static final List<String> WHO_ANSWERS = List.of("human", "bot");

    private final MetricQueries queries;

    MetricCards(MetricQueries queries) {
        this.queries = queries;
    }

    /** @param days by day */
    MetricCard card(TenantId tenant, Metric metric, Period days) {
        boolean several = Metric.versionsOf(metric.id()).size() > 1;
        if (metric.unit() == Unit.milliseconds) {
            List<MetricChart> charts = WHO_ANSWERS.stream()
                    .map(who -> chart(tenant, metric, days, who))
                    .toList();
            return new MetricCard(metric, several, charts, List.of());
        }
        return new MetricCard(
                metric, several, List.of(chart(tenant, metric, days, null)), shares(tenant, metric, days));
    }

    private MetricChart chart(TenantId tenant, Metric metric, Period days, @Nullable String who) {
        MetricQuestion question = MetricQuestion.of(metric);
        MetricQuestion asked = who == null ? question : question.only(Dimension.who, who);
        Item total = queries.numbers(tenant, asked, whole(days)).items().getFirst();
        List<Item> items = queries.numbers(tenant, asked, days).items();
        return new MetricChart(
                who,
                text(metric, total),
                total.count(),
                link(metric, who, days.from(), days.to()),
                MetricChart.bars(
                        items,
                        item -> String.valueOf(text(metric, item)),
                        item -> link(metric, who, item.start(), item.end())));
    }

    private List<Share> shares(TenantId tenant, Metric metric, Period days) {
        Dimension detail = metric.detail();
        if (detail == null) {
            return List.of();
        }
        MetricQuestion question = MetricQuestion.of(metric).by(detail);
        return queries.numbers(tenant, question, whole(days)).items().stream()
                .map(item ->
                        new Share(item.detail(), item.count(), link(metric, item.detail(), days.from(), days.to())))
                .toList();
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
        if (detail != null && metric.detail() != null) {
            link.queryParam(metric.detail().name(), detail);
        }
        return link.buildAndExpand(metric.id()).encode().toUriString();
    }
}
