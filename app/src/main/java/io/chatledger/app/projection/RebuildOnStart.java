package io.chatledger.app.projection;

import io.chatledger.app.Roles.ProjectionRole;
import io.chatledger.projection.rebuild.OutdatedProjections;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Has projections rebuilt whose code has changed. Begins before {@link ProjectionRunner} and goes on beside it. */
@Component
@Conditional(ProjectionRole.class)
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
