package io.chatledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReputationTest {

    private final Reputation reputation = new Reputation();

    @Test
    void nobodyIsGivenUpWhileAllAreAnsweredInTime() {
        trouble("192.0.2.1", 100);
        reputation.waited(Duration.ofMillis(50).toNanos());
        assertThat(reputation.isGivenUp("192.0.2.1")).isFalse();
    }

    @Test
    void whoMakesTroubleIsGivenUpWhileOthersWait() {
        trouble("192.0.2.1", 5);
        trouble("192.0.2.2", 4);
        reputation.waited(Duration.ofMillis(500).toNanos());
        assertThat(reputation.isGivenUp("192.0.2.1")).isTrue();
        assertThat(reputation.isGivenUp("192.0.2.2")).isFalse();
        assertThat(reputation.isGivenUp("192.0.2.3")).isFalse();
    }

    private void trouble(String network, int times) {
        for (int n = 0; n < times; n++) {
            reputation.fault(network);
        }
    }
}
