package io.chatledger.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AimTest {

    private final JsonNode figures =
            JsonMapper.shared().readTree("{\"ratio\": 2.5, \"p99Millis\": 61.25, \"identical\": false}");

    @Test
    void aFigureOnTheBoundMeetsIt() {
        assertThat(Aim.atLeast("ratio", 2.5).isMet(figures)).isTrue();
        assertThat(Aim.atLeast("ratio", 2.51).isMet(figures)).isFalse();
        assertThat(Aim.atMost("p99Millis", 61.25).isMet(figures)).isTrue();
        assertThat(Aim.atMost("p99Millis", 50).isMet(figures)).isFalse();
    }

    @Test
    void whatIsNotTrueOrNotMeasuredIsMissed() {
        assertThat(Aim.isTrue("identical").isMet(figures)).isFalse();
        assertThat(Aim.atMost("heapMb", 512).isMet(figures)).isFalse();
    }

    @Test
    void saysWhatWasWantedAndWhatWasFound() {
        assertThat(Aim.atMost("p99Millis", 50).verdict(figures)).isEqualTo("MISSED p99Millis 61.25, at most 50");
        assertThat(Aim.atLeast("ratio", 2).verdict(figures)).isEqualTo("met    ratio 2.5, at least 2");
        assertThat(Aim.isTrue("identical").verdict(figures)).isEqualTo("MISSED identical false, true");
        assertThat(Aim.atMost("heapMb", 512).verdict(figures)).isEqualTo("MISSED heapMb not measured, at most 512");
    }
}
