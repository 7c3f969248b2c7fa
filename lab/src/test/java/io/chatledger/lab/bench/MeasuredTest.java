package io.chatledger.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private final Measured measured = new Measured();

    @Test
    void aPercentileIsWhatThatShareStaysBelow() {
        LongStream.rangeClosed(1, 1000).forEach(millis -> measured.add(millis * 1_000_000));

        assertThat(measured.percentile(0.5)).isBetween(500.0, 501.0);
        assertThat(measured.percentile(0.99)).isBetween(990.0, 991.0);
        assertThat(measured.percentile(1)).isEqualTo(1000);
    }

    @Test
    void ofNothingItIsZero() {
        assertThat(measured.percentile(0.99)).isZero();
    }
}
