package io.chatledger.query.panel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.Rows;
import io.chatledger.query.panel.report.MetricChart.Bar;
import io.chatledger.query.report.MetricNumbers.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricChartTest {

    @Test
    void theHighestDayFillsThePictureAndTheOthersGoByIt() {
        assertThat(bars(100L, 50L)).extracting(Bar::height).containsExactly(MetricChart.HEIGHT, 33);
    }

    @Test
    void barsStandOnTheGround() {
        assertThat(bars(100L, 50L, 1L, 0L))
                .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(MetricChart.HEIGHT));
    }

    @Test
    void whatThereIsCanBeSeenAndWhatThereIsNotCannot() {
        assertThat(bars(1_000_000L, 1L, 0L).get(1).height()).isPositive();
        assertThat(bars(1_000_000L, 1L, 0L).get(2).height()).isZero();
    }

    @Test
    void daysOfNothingButNothingAreDrawn() {
        assertThat(bars(0L, 0L))
                .hasSize(2)
                .allSatisfy(bar -> assertThat(bar.height()).isZero());
    }

    @Test
    void aDayWithoutAMiddleHasNoText() {
        Bar empty = bars(5L, null).get(1);

        assertThat(empty.text()).isNull();
        assertThat(empty.height()).isZero();
    }

    @Test
    void noBarReachesIntoTheNext() {
        List<Bar> bars = bars(1L, 2L, 3L);

        for (int n = 1; n < bars.size(); n++) {
            assertThat(bars.get(n).x())
                    .isGreaterThan(bars.get(n - 1).x() + bars.get(n - 1).width());
        }
        assertThat(new MetricChart(null, null, 0, "", bars).width())
                .isGreaterThanOrEqualTo(bars.getLast().x() + bars.getLast().width());
    }

    @ParameterizedTest
    @CsvSource({"0, < 1 s", "999, < 1 s", "1000, 1 s", "61000, 1 min 1 s", "3600000, 1 h 0 min", "90061000, 1 d 1 h"})
    void aDurationIsToldInItsTwoLargestUnits(long millis, String text) {
        assertThat(DurationText.of(millis)).isEqualTo(text);
    }

    private static List<Bar> bars(@Nullable Long... values) {
        return MetricChart.bars(
                Arrays.stream(values).map(MetricChartTest::item).toList(), item -> item.value() + " x", item -> "/");
    }

    private static Item item(@Nullable Long value) {
        long count = value == null || value == 0 ? 0 : 1;
        return new Item(1, Rows.START, Rows.START, "day", Map.of(), value, count, null, null, null);
    }
}
