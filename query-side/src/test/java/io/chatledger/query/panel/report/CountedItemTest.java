package io.chatledger.query.panel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.query.report.CountedView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class CountedItemTest {

    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "999, < 1 s",
        "1000, 1 s",
        "125000, 2 min 5 s",
        "3600000, 1 h 0 min",
        "90000000, 1 d 1 h",
    })
    void aTimeIsToldInTheTwoUnitsThatMatter(long millis, String told) {
        assertThat(item(ConversationMetrics.FIRST_RESPONSE_TIME_1, millis, Map.of("who", "human"))
                        .lasted())
                .isEqualTo(told);
    }

    @Test
    void whatIsOnlyCountedLastedNoTime() {
        assertThat(item(ConversationMetrics.MESSAGES_OUT_2, 1, Map.of("who", "bot"))
                        .lasted())
                .isNull();
    }

    @Test
    void theChannelStandsApartFromTheMetricsOwnDimensions() {
        CountedItem item =
                item(ConversationMetrics.MESSAGES_OUT_2, 1, Map.of(Dimension.CHANNEL.name(), "c1", "who", "bot"));

        assertThat(item.channel()).isEqualTo("c1");
        assertThat(item.details()).containsExactly(Map.entry("who", "bot"));
    }

    @Test
    void whenIsByTheTenantsClocks() {
        assertThat(item(ConversationMetrics.MESSAGES_IN_1, 1, Map.of()).when())
                .startsWith("Nov 19, 2026")
                .contains("11:30");
    }

    private static CountedItem item(Metric metric, long value, Map<String, String> dimensions) {
        Instant at = Instant.parse("2026-11-20T02:30:00Z");
        CountedView counted = new CountedView("c", 1, at, value, dimensions, null, 12, "e-12", null, null);
        return CountedItem.of(counted, metric, SANTIAGO);
    }
}
