package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class WatchedHealthTest {

    private static final Duration LONGER_THAN_A_TEST = Duration.ofMinutes(10);
    private static final Duration GONE_BAD = Duration.ofSeconds(2);

    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void anIndicatorIsAskedOnceASecondHoweverManyWantToKnow() {
        WatchedHealth health = new WatchedHealth(this::up, now::get, WatchedHealth.MOMENT);
        for (int n = 0; n < 100; n++) {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(asked).hasValue(1);
        pass(Duration.ofSeconds(2));
        health.health();
        assertThat(asked).hasValue(2);
    }

    @Test
    void oneThatTakesLongIsNotWaitedForUntilItIsSilentForTooLong() {
        CountDownLatch free = new CountDownLatch(1);
        WatchedHealth health =
                new WatchedHealth(() -> asked.get() == 0 ? up() : heldUp(free), now::get, WatchedHealth.MOMENT);
        health.health();
        pass(Duration.ofSeconds(2));
        assertThat(health.health().getStatus()).as("as it last was").isEqualTo(Status.UP);
        pass(Duration.ofSeconds(16));
        assertThat(health.health().getStatus()).as("after a long silence").isEqualTo(Status.DOWN);
        free.countDown();
        await().until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    @Timeout(30)
    void whatWasFoundOutJustNowIsSaidAtOnceWhileItIsAskedAnew() {
        CountDownLatch free = new CountDownLatch(1);
        WatchedHealth health =
                new WatchedHealth(() -> asked.get() == 0 ? up() : heldUp(free), now::get, LONGER_THAN_A_TEST);
        health.health();
        pass(Duration.ofMillis(1_500));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        free.countDown();
        await().untilAsserted(() -> assertThat(asked).as("anew").hasValue(2));
    }

    @Test
    @Timeout(30)
    void oneThatTakesLongIsWaitedForOnceForAMoment() {
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        WatchedHealth health = new WatchedHealth(
                () -> begun.getAndIncrement() == 0 ? up() : heldUp(free), now::get, LONGER_THAN_A_TEST);
        health.health();
        pass(GONE_BAD);
        Thread.ofVirtual().start(health::health);
        await().until(() -> begun.get() == 2);
        pass(LONGER_THAN_A_TEST);
        assertThat(health.health().getStatus()).as("said at once").isEqualTo(Status.DOWN);
        free.countDown();
    }

    @Test
    void oneThatThrowsIsDown() {
        WatchedHealth health = new WatchedHealth(
                () -> {
                    throw new IllegalStateException("broken");
                },
                now::get,
                WatchedHealth.MOMENT);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private Health up() {
        asked.incrementAndGet();
        return Health.up().build();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private Health heldUp(CountDownLatch latch) {
        hold(latch);
        return up();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
