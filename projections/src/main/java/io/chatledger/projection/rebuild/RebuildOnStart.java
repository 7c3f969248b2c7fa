package io.chatledger.projection.rebuild;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has projections rebuilt whose code has changed. Begins before the live processors and goes on beside it. */
@Component
class RebuildOnStart implements SmartLifecycle {

    private static final int PHASE = -501;

    private final OutdatedProjections outdated;
    private volatile @Nullable Thread work;

    RebuildOnStart(OutdatedProjections outdated) {
        this.outdated = outdated;
    }

    @Override
    public void start() {
        work = outdated.start();
    }

    @Override
    public void stop() {
        Thread started = work;
        if (started != null) {
            started.interrupt();
        }
        work = null;
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
