package io.chatledger.projection.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param processed events of the history
 * @param total events it will have to process, as far as known; grows while events arrive
 * @param eventsPerSecond on average since it began; what it was where it has ended
 * @param reason why it failed; null otherwise
 */
public record RebuildProgress(
        long processed,
        long total,
        long eventsPerSecond,
        Instant startedAt,
        State state,
        @Nullable String reason) {

    /** The states of a rebuild, named as callers see them. */
    public enum State {
        running,
        done,
        failed
    }

    static RebuildProgress started(Instant now) {
        return new RebuildProgress(0, 0, 0, now, State.running, null);
    }

    RebuildProgress expecting(long events) {
        return new RebuildProgress(processed, events, eventsPerSecond, startedAt, state, reason);
    }

    RebuildProgress advanced(int events, Instant now) {
        long all = processed + events;
        long millis = Math.max(1, Duration.between(startedAt, now).toMillis());
        return new RebuildProgress(all, Math.max(total, all), all * 1_000 / millis, startedAt, state, reason);
    }

    RebuildProgress done() {
        return new RebuildProgress(processed, processed, eventsPerSecond, startedAt, State.done, null);
    }

    RebuildProgress failed(String why) {
        return new RebuildProgress(processed, total, eventsPerSecond, startedAt, State.failed, why);
    }
}
