package io.chatledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int STRANGERS = 1_000;

    private final Turns turns = new Turns();
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @Test
    void whoeverComesLastGoesBeforeAThousandOfOneAddress() {
        crowd("127.1.0.1");
        turns.join(false, "127.2.0.1", () -> served.add("other"));
        held.countDown();
        await().until(() -> served.size() == STRANGERS + 1);
        assertThat(served.indexOf("other")).isLessThan(8);
    }

    @Test
    void thoseWhoAreKnownGoBeforeStrangersFromAThousandAddresses() {
        hold();
        for (int n = 0; n < STRANGERS; n++) {
            turns.join(false, "stranger " + n, () -> served.add("stranger"));
        }
        turns.join(true, "known", () -> served.add("known"));
        held.countDown();
        await().until(() -> served.size() == STRANGERS + 1);
        assertThat(served.indexOf("known")).isLessThan(8);
    }

    @Test
    void strangersGetInHoweverManyAreKnown() {
        hold();
        for (int n = 0; n < STRANGERS; n++) {
            turns.join(true, "known " + n, () -> served.add("known"));
        }
        turns.join(false, "stranger", () -> served.add("stranger"));
        held.countDown();
        await().until(() -> served.size() == STRANGERS + 1);
        assertThat(served.indexOf("stranger")).isLessThan(8);
    }

    @Test
    void oneWhoseTurnFailsKeepsNobodyElseOut() {
        crowd("127.1.0.1");
        turns.join(false, "127.1.0.2", () -> {
            throw new IllegalStateException("broken");
        });
        held.countDown();
        await().until(() -> served.size() == STRANGERS);
    }

    private void crowd(String line) {
        hold();
        for (int n = 0; n < STRANGERS; n++) {
            turns.join(false, line, () -> served.add("stranger"));
        }
    }

    private void hold() {
        turns.join(false, "first", () -> {
            try {
                held.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
