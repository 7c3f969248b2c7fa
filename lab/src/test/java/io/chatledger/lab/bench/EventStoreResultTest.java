package io.chatledger.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventStoreResultTest {

    private final Figures figures = new Figures();

    @Test
    void theMedianOfTheRoundsCountsAndNotTheMean() {
        List.of(100.0, 9000.0, 200.0).forEach(each -> figures.add("oursCreatesPerSecond", each));

        assertThat(figures.median("oursCreatesPerSecond")).isEqualTo(200);
    }

    @Test
    void ofAnEvenNumberOfRoundsTheMedianIsBetweenTheTwoInTheMiddle() {
        List.of(4.0, 1.0, 3.0, 100.0).forEach(each -> figures.add("x", each));

        assertThat(figures.median("x")).isEqualTo(3.5);
    }

    @Test
    void onlyFiguresOfOtherThanTheUsualClientsSaySo() {
        assertThat(EventStoreResult.name("ours", "Creates", "PerSecond", 32)).isEqualTo("oursCreatesPerSecond");
        assertThat(EventStoreResult.name("stock", "Appends", "P99Millis", 8)).isEqualTo("stockAppendsP99MillisAt8");
    }

    @Test
    void ratiosAreOfTheMediansAt32Clients() {
        figures.add(EventStoreResult.name("raw", "Inserts", "PerSecond", 32), 14_000);
        figures.add(EventStoreResult.name("stock", "Creates", "PerSecond", 32), 7_000);
        figures.add(EventStoreResult.name("ours", "Creates", "PerSecond", 32), 21_000);
        figures.add(EventStoreResult.name("ours", "Creates", "PerSecond", 128), 40_000);
        figures.add(EventStoreResult.name("stock", "Appends", "PerSecond", 32), 8_000);
        figures.add(EventStoreResult.name("ours", "Appends", "PerSecond", 32), 20_000);
        figures.add(EventStoreResult.name("ours", "Creates", "CpuMicros", 32), 60.123);
        figures.add("commitToHandlerP50Millis", 0.1);
        figures.add("commitToHandlerOtherNodeP50Millis", 2);

        JsonNode json = JsonMapper.shared().readTree(EventStoreResult.json(figures));

        assertThat(json.get("rawInsertsPerSecond").asDouble()).isEqualTo(14_000);
        assertThat(json.get("stockCreatesPerSecond").asDouble()).isEqualTo(7_000);
        assertThat(json.get("oursCreatesPerSecond").asDouble()).isEqualTo(21_000);
        assertThat(json.get("oursCreatesPerSecondAt128").asDouble()).isEqualTo(40_000);
        assertThat(json.get("ratioToStock").asDouble()).isEqualTo(3);
        assertThat(json.get("ratioToRaw").asDouble()).isEqualTo(1.5);
        assertThat(json.get("appendsRatioToStock").asDouble()).isEqualTo(2.5);
        assertThat(json.get("cpuMicrosPerCommand").asDouble()).isEqualTo(60.12);
        assertThat(json.get("commitToHandlerP50Millis").asDouble()).isEqualTo(0.1);
        assertThat(json.get("commitToHandlerOtherNodeP50Millis").asDouble()).isEqualTo(2);
    }

    @Test
    void whatWasNotMeasuredIsZero() {
        assertThat(figures.ratio("oursCreatesPerSecond", "stockCreatesPerSecond"))
                .isZero();
        assertThat(figures.median("unknown")).isZero();
    }
}
