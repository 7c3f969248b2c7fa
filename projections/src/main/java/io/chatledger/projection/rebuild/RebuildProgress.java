package io.chatledger.projection.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param processed events of the history
 * @param total events it will have to process, as far as known; grows while events arrive
 * @param eventsPerSecond on average since it began; what it was where it has ended
 * @param secondsLeft until all events are processed, if it goes on like this; null while nobody knows, 0 at the end
 * @param reason why it failed; null otherwise
 */
public record RebuildProgress(
        long processed,
        long total,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        Instant startedAt,
        State state,
        @Nullable String reason) {

    /** The states of a rebuild, named as callers see them. */
    public enum State {
        running,
        done,
        failed,
        cancelled
    }

    static RebuildProgress started(Instant now) {
        return new RebuildProgress(0, 0, 0, null, now, State.running, null);
    }

    RebuildProgress expecting(long events) {
        return new RebuildProgress(processed, events, eventsPerSecond, secondsLeft, startedAt, state, reason);
    }

    RebuildProgress processed(long events, Instant now) {
        long millis = Math.max(1, Duration.between(startedAt, now).toMillis());
        long perSecond = events * 1_000 / millis;
        long all = Math.max(total, events);
        Long left = perSecond == 0 ? null : (Long) ((all - events) / perSecond);
        return new RebuildProgress(events, all, perSecond, left, startedAt, state, reason);
    }

    RebuildProgress done() {
        return new RebuildProgress(processed, processed, eventsPerSecond, 0L, startedAt, State.done, null);
    }

    RebuildProgress ended(State how, @Nullable String why) {
        return new RebuildProgress(processed, total, eventsPerSecond, null, startedAt, how, why);
    }
}
