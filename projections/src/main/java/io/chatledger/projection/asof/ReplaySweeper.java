package io.chatledger.projection.asof;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sweeps on start and then every so often. It is no scheduled task of the database's: a process that makes views need
 * not be one that has the scheduler, and sweeping twice does no harm.
 */
final class ReplaySweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaySweeper.class);

    private final Runnable sweep;
    private final Duration pause;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    /** @param pause between the end of one sweep and the next */
    ReplaySweeper(Runnable sweep, Duration pause) {
        this.sweep = sweep;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("replay-sweeper").daemon().factory());
        started.scheduleWithFixedDelay(this::sweep, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void sweep() {
        try {
            sweep.run();
            failing = false;
        } catch (RuntimeException | Error failure) { // after which nothing would be swept any more
            if (!failing) {
                failing = true; // one line for an outage
                LOG.warn("Old views of the past cannot be swept away until this is over: {}", failure.toString());
            }
        }
    }
}
