package io.chatledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int MANY = 20_000;

    private final Backlog backlog = new Backlog();

    @Test
    void hasRoomOnceTheSweeperHasCaughtUp() {
        assertThat(backlog.reserve(1)).isFalse();
        backlog.caughtUp(backlog.falls());
        assertThat(backlog.reserve(1)).isTrue();
    }

    @Test
    void manyComeOneAfterTheOther() {
        backlog.caughtUp(backlog.falls());
        for (int come = 0; come < MANY; come++) {
            assertThat(backlog.reserve(1)).isTrue();
            backlog.giveBack(1);
        }
    }

    @Test
    void hasRoomAfterManyHadNone() throws Exception {
        backlog.caughtUp(backlog.falls());
        int all = Backlog.BUDGET_KIB * 1024;
        backlog.reserve(all);
        for (int refused = 0; refused < MANY; refused++) {
            assertThat(backlog.reserve(1)).isFalse();
            assertThat(backlog.reserve(1, 0)).isFalse();
        }
        backlog.giveBack(all);
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
