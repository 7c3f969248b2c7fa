package io.chatledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog();

    @Test
    void hasRoomOnceTheSweeperHasCaughtUp() {
        assertThat(backlog.reserve(1)).isFalse();
        backlog.caughtUp(backlog.falls());
        assertThat(backlog.reserve(1)).isTrue();
    }

    @Test
    void nothingOvertakesWhatFellBehindDuringASweep() {
        long before = backlog.falls();
        backlog.fallBehind();
        backlog.caughtUp(before);
        assertThat(backlog.reserve(1)).isFalse();
    }
}
