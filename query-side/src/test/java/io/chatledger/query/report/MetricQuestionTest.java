package io.chatledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.conversation.ConversationMetrics;
import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metrics;
import io.chatledger.query.Refusals;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricQuestionTest {

    private static final Metrics METRICS = Features.builtIn().metrics();

    @Test
    void withoutAVersionItIsTheNewest() {
        assertThat(question("messages-in", null, null).versions()).containsExactly(ConversationMetrics.MESSAGES_IN_2);
    }

    @Test
    void severalVersionsAreAskedTheOldestFirstAndEachOnce() {
        assertThat(question("messages-in", "2,1,2", "").versions())
                .containsExactly(ConversationMetrics.MESSAGES_IN_1, ConversationMetrics.MESSAGES_IN_2);
    }

    @Test
    void itIsToldApartByWhatTheMetricKnows() {
        assertThat(question("messages-out", null, "channel,who").told())
                .containsExactlyInAnyOrder(Dimension.CHANNEL, ConversationMetrics.WHO);
    }

    @Test
    void onlyWhatWasWrittenIsFiltered() {
        Map<String, String> written = Map.of("channel", "n1", "who", "", "cause", "none", "weather", "fine");

        assertThat(MetricQuestion.of(METRICS, "delivery-failures", null, null, written::get)
                        .only())
                .isEqualTo(Map.of(Dimension.CHANNEL, "n1", ConversationMetrics.CAUSE, "none"));
    }

    @ParameterizedTest
    @CsvSource({
        "messages-in, 7, '', version unknown-value",
        "messages-in, x, '', version unknown-value",
        "messages-in, '1,', '', version unknown-value",
        "messages-in, '', cause, dimension unknown-value",
        "messages-in, '', 'channel,', dimension unknown-value"
    })
    void whatTheMetricDoesNotKnowIsRefused(String name, String version, String dimension, String refusal) {
        assertThat(Refusals.field(() -> question(name, version, dimension))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"messages-in, cause, undeliverable, unknown-value", "messages-out, who, 'a b', malformed"})
    void aFilterThatCannotMatchAnythingIsRefused(String name, String by, String value, String code) {
        assertThat(Refusals.field(() -> MetricQuestion.of(METRICS, name, null, null, Map.of(by, value)::get)))
                .isEqualTo(by + " " + code);
    }

    @Test
    void whatIsNoMetricIsNotFound() {
        assertThat(Refusals.code(() -> question("weather", null, null))).isEqualTo("not-found");
    }

    private static MetricQuestion question(String name, @Nullable String version, @Nullable String dimension) {
        return MetricQuestion.of(METRICS, name, version, dimension, any -> null);
    }
}
