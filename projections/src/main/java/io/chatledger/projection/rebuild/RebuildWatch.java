package io.chatledger.projection.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one pass over the history: for those who ask, for the log, and for whoever wants it to end. Written by the
 * thread of the pass.
 */
final class RebuildWatch implements HistoryFold.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);

    private final List<String> names;
    private final long beginning;
    private final InstantSource clock;
    private volatile RebuildProgress progress;
    private volatile boolean cancelled;
    private Runnable tick = () -> {};
    private Instant lastTick;
    private Instant lastLine;

    RebuildWatch(List<String> names, long beginning, InstantSource clock) {
        this.names = names;
        this.beginning = beginning;
        this.clock = clock;
        this.lastLine = clock.instant();
        this.lastTick = lastLine;
        this.progress = RebuildProgress.started(lastLine);
    }

    RebuildProgress progress() {
        return progress;
    }

    void cancel() {
        cancelled = true;
    }

    /** Called every second or so while events pass. */
    void onTick(Runnable check) {
        tick = check;
    }

    void expecting(long end) {
        if (progress.total() == 0) {
            LOG.info("Rebuild of {}: {} events", names, Math.max(0, end - beginning));
        }
        progress = progress.expecting(Math.max(progress.processed(), end - beginning));
    }

    @Override
    public void passed(long position) {
        Instant now = clock.instant();
        progress = progress.processed(position - beginning, now);
        if (now.isAfter(lastTick.plus(BETWEEN_TICKS))) {
            lastTick = now;
            tick.run();
        }
        if (now.isAfter(lastLine.plus(BETWEEN_LINES))) {
            lastLine = now;
            say();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    RebuildProgress end(RebuildProgress.State state, @Nullable String reason) {
        RebuildProgress end = state == RebuildProgress.State.done ? progress.done() : progress.ended(state, reason);
        progress = end;
        LOG.info(
                "Rebuild of {} {}: {} events, {} events/s, {} s in all",
                names,
                state,
                end.processed(),
                end.eventsPerSecond(),
                Duration.between(end.startedAt(), clock.instant()).toSeconds());
        return end;
    }

    private void say() {
        RebuildProgress now = progress;
        LOG.info(
                "Rebuild of {}: {} of {} events, {} events/s, {} s left",
                names,
                now.processed(),
                now.total(),
                now.eventsPerSecond(),
                now.secondsLeft());
    }
}
