package io.chatledger.query.panel.report;

import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cards of metrics, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class ReportKit {

    private static final String NOWHERE = "/panel/kit";

    @Bean
    KitPart reportKitPart() {
        MetricChart many = chart(null, "128", 128);
        return new KitPart(
                "report",
                List.of("report/report.css"),
                Map.of(
                        "cards",
                        List.of(
                                new MetricCard(ConversationMetrics.MESSAGES_IN_1, true, List.of(many), List.of()),
                                new MetricCard(
                                        ConversationMetrics.MESSAGES_OUT_2,
                                        false,
                                        List.of(many),
                                        List.of(
                                                new MetricCard.Share("human", 96, NOWHERE),
                                                new MetricCard.Share("bot", 32, NOWHERE))),
                                new MetricCard(
                                        ConversationMetrics.FIRST_RESPONSE_TIME_1,
                                        true,
                                        List.of(chart("human", "2 min 5 s", 12), chart("bot", null, 0)),
                                        List.of()))));
    }

    private static MetricChart chart(@Nullable String detail, @Nullable String text, int count) {
        List<MetricChart.Bar> bars = IntStream.range(0, 30)
                .mapToObj(day -> bar(day, count == 0 ? 0 : day * 7 % 13))
                .toList();
        return new MetricChart(detail, text, count, NOWHERE, bars);
    }

    private static MetricChart.Bar bar(int day, int count) {
        int height = count * 5;
        String date = "2026-11-%02d".formatted(day + 1);
        return new MetricChart.Bar(
                day * MetricChart.STEP,
                MetricChart.HEIGHT - height,
                height,
                date,
                String.valueOf(count),
                count,
                NOWHERE);
    }
}
