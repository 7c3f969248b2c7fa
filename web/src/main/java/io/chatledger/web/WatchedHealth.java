package io.chatledger.web;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * What an indicator says, asked once however many want to know, and never waited for long: where everybody waits for
 * the database, those who ask for health are told what was last found out.
 */
final class WatchedHealth implements HealthIndicator {

    /** An answer is as good as new for this time. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** An answer is given for this time, while a new one is asked for. */
    private static final Duration GOOD = Duration.ofSeconds(2);

    static final Duration MOMENT = Duration.ofMillis(100);

    /** An indicator that is silent for so long has said enough. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final HealthIndicator indicator;
    private final LongSupplier nanos;
    private final Duration moment;
    private @Nullable Health last;
    private long found;
    private long asked;
    private @Nullable CompletableFuture<Health> asking;

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     * @param moment how long a new answer is waited for, from when it was asked for
     */
    WatchedHealth(HealthIndicator indicator, LongSupplier nanos, Duration moment) {
        this.indicator = indicator;
        this.nanos = nanos;
        this.moment = moment;
    }

    @Override
    public Health health() {
        CompletableFuture<Health> question;
        Duration patience;
        synchronized (this) {
            Duration age = since(found);
            if (asking == null && (last == null || age.compareTo(FRESH) >= 0)) {
                ask();
            }
            if (asking == null || last != null && age.compareTo(GOOD) < 0) {
                return Objects.requireNonNull(last);
            }
            question = asking;
            patience = (last == null ? SILENCE : moment).minus(since(asked));
        }
        try {
            return question.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException busy) {
            return lastKnown();
        } catch (ExecutionException failure) {
            return Health.down().build();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return lastKnown();
        }
    }

    private void ask() {
        CompletableFuture<Health> question = new CompletableFuture<>();
        asking = question;
        asked = nanos.getAsLong();
        Thread.ofVirtual().name("health").start(() -> {
            try {
                answered(
                        question,
                        Objects.requireNonNullElseGet(
                                indicator.health(), () -> Health.unknown().build()));
            } catch (Throwable failure) { // a question without an answer would be the last one
                answered(question, Health.down().build());
            }
        });
    }

    private void answered(CompletableFuture<Health> question, Health answer) {
        synchronized (this) {
            last = answer;
            asking = null;
            found = nanos.getAsLong();
        }
        question.complete(answer);
    }

    private synchronized Health lastKnown() {
        return last == null || asking != null && since(asked).compareTo(SILENCE) > 0
                ? Health.down().withDetail("reason", "no answer").build()
                : last;
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanos.getAsLong() - then);
    }
}
