package io.chatledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class WatchedHealthTest {

    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void anIndicatorIsAskedOnceASecondHoweverManyWantToKnow() {
        WatchedHealth health = new WatchedHealth(this::up, now::get);
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
        WatchedHealth health = new WatchedHealth(() -> asked.get() == 0 ? up() : heldUp(free), now::get);
        health.health();
        pass(Duration.ofSeconds(2));
        assertThat(health.health().getStatus()).as("as it last was").isEqualTo(Status.UP);
        pass(Duration.ofSeconds(16));
        assertThat(health.health().getStatus()).as("after a long silence").isEqualTo(Status.DOWN);
        free.countDown();
        await().until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void whatWasFoundOutJustNowIsSaidAtOnceWhileItIsAskedAnew() {
        CountDownLatch free = new CountDownLatch(1);
        WatchedHealth health = new WatchedHealth(() -> asked.get() == 0 ? up() : heldUp(free), now::get);
        health.health();
        pass(Duration.ofMillis(1_500));
        long begin = System.nanoTime();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofMillis(90).toNanos());
        free.countDown();
        await().untilAsserted(() -> assertThat(asked).as("anew").hasValue(2));
    }

    @Test
    void oneThatTakesLongIsWaitedForOnceForAMoment() {
        CountDownLatch free = new CountDownLatch(1);
        WatchedHealth health = new WatchedHealth(() -> asked.get() == 0 ? up() : heldUp(free), now::get);
        health.health();
        pass(Duration.ofSeconds(2));
        health.health();
        pass(Duration.ofMillis(200));
        long begin = System.nanoTime();
        for (int n = 0; n < 20; n++) {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofSeconds(1).toNanos());
        free.countDown();
    }

    @Test
    void oneThatThrowsIsDown() {
        WatchedHealth health = new WatchedHealth(
                () -> {
                    throw new IllegalStateException("broken");
                },
                now::get);
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
