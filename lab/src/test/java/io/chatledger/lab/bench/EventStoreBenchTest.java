package io.chatledger.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.lab.bench.EventStoreBench.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStoreBenchTest {

    @Test
    void threeRoundsOfThreeSecondsAStepUnlessToldOtherwise() {
        assertThat(Options.of(List.of()))
                .isEqualTo(new Options(3000, 3, List.of(1, 8, 32, 128), List.of("raw", "stock", "ours")));
    }

    @Test
    void optionsMayStandInAnyOrder() {
        Options expected = new Options(500, 5, List.of(8, 32), List.of("ours"));

        assertThat(Options.of(List.of("500", "--rounds", "5", "--clients", "8,32", "--engines", "ours")))
                .isEqualTo(expected);
        assertThat(Options.of(List.of("--engines", "ours", "--rounds", "5", "--clients", "8,32", "500")))
                .isEqualTo(expected);
    }
}
