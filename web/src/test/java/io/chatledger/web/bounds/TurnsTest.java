package io.chatledger.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.web.bounds.Turns.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int STRANGERS = 1_000;

    private final Turns turns = new Turns();
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @Test
    void whoeverComesLastGoesBeforeAThousandOfOneAddress() {
        crowd("127.1.0.1");
        turns.join(Rank.STRANGER, "127.2.0.1", () -> served.add("other"));
        held.countDown();
        await().until(() -> served.size() == STRANGERS + 1);
        assertThat(served.indexOf("other")).isLessThan(8);
    }

    @Test
    void thoseWhoAreKnownGoBeforeStrangersFromAThousandAddresses() {
        hold();
        for (int n = 0; n < STRANGERS; n++) {
            turns.join(Rank.STRANGER, "stranger " + n, () -> served.add("stranger"));
        }
        turns.join(Rank.KNOWN, "known", () -> served.add("known"));
        held.countDown();
        await().until(() -> served.size() == STRANGERS + 1);
        assertThat(served.indexOf("known")).isLessThan(8);
    }

    @Test
    void strangersGetInHoweverManyAreKnown() {
        hold();
        for (int n = 0; n < STRANGERS; n++) {
            turns.join(Rank.KNOWN, "known " + n, () -> served.add("known"));
        }
        turns.join(Rank.STRANGER, "stranger", () -> served.add("stranger"));
        held.countDown();
        await().until(() -> served.size() == STRANGERS + 1);
        assertThat(served.indexOf("stranger")).isLessThan(8);
    }

    @Test
    void thoseWhoAskForHealthTakeNothingFromThoseWhoAreKnown() {
        List<Runnable> started = new ArrayList<>();
        Turns calm = new Turns(started::add);
        for (int n = 0; n < 10; n++) {
            calm.join(Rank.HEALTH, "watcher " + n, () -> served.add("health"));
            calm.join(Rank.STRANGER, "stranger " + n, () -> served.add("stranger"));
            calm.join(Rank.KNOWN, "known " + n, () -> served.add("known"));
        }
        started.forEach(Runnable::run);
        assertThat(served.subList(0, 10))
                .containsExactly(
                        "known",
                        "known",
                        "known",
                        "health",
                        "stranger",
                        "known",
                        "known",
                        "known",
                        "health",
                        "stranger");
    }

    @Test
    void oneWhoseTurnFailsKeepsNobodyElseOut() {
        crowd("127.1.0.1");
        turns.join(Rank.STRANGER, "127.1.0.2", () -> {
            throw new IllegalStateException("broken");
        });
        turns.join(Rank.STRANGER, "127.1.0.3", () -> {
            throw new StackOverflowError("broken");
        });
        held.countDown();
        await().until(() -> served.size() == STRANGERS);
    }

    @Test
    void whereNobodyCouldBeLetInTheNextOneBringsAllIn() {
        List<Runnable> started = new ArrayList<>();
        AtomicBoolean full = new AtomicBoolean(true);
        Turns scarce = new Turns(work -> {
            if (full.get()) {
                throw new OutOfMemoryError("no thread");
            }
            started.add(work);
        });
        assertThatThrownBy(() -> scarce.join(Rank.STRANGER, "a", () -> served.add("a")))
                .isInstanceOf(OutOfMemoryError.class);
        full.set(false);
        scarce.join(Rank.STRANGER, "b", () -> served.add("b"));
        started.forEach(Runnable::run);
        assertThat(served).containsExactly("a", "b");
    }

    private void crowd(String line) {
        hold();
        for (int n = 0; n < STRANGERS; n++) {
            turns.join(Rank.STRANGER, line, () -> served.add("stranger"));
        }
    }

    private void hold() {
        turns.join(Rank.STRANGER, "first", () -> {
            try {
                held.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
