package io.chatledger.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.bench.EventStoreBench.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStoreBenchTest {

    @Test
    void threeRoundsOfThreeSecondsAStepUnlessToldOtherwise() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(3000, 3));
    }

    @Test
    void stepsAndRoundsMayBeToldInAnyOrder() {
        assertThat(Options.of(List.of("500", "--rounds", "5"))).isEqualTo(new Options(500, 5));
        assertThat(Options.of(List.of("--rounds", "5", "500"))).isEqualTo(new Options(500, 5));
    }
}
