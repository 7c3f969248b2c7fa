package io.chatledger.operations.backup;

import io.chatledger.operations.backup.BackupFolder.Backup;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes a backup soon after the start, as the log may have a gap before it, and then at regular intervals. */
final class BackupSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
    private static final long FIRST_AFTER_SECONDS = 30;

    private final Work work;
    private final Retention retention;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("backup").daemon().factory());
    private volatile boolean running;
    private volatile @Nullable Backup last;
    private volatile @Nullable String failure;

    /** Makes one. */
    interface Work {
        Backup carryOut() throws Exception;
    }

    BackupSchedule(Work work, Retention retention) {
        this.work = work;
        this.retention = retention;
    }

    /** When the newest backup of this process was complete; null where there is none yet. */
    @Nullable
    Instant lastBackup() {
        Backup made = last;
        return made == null ? null : made.manifest().finishedAt();
    }

    /** Why the last attempt failed; null where it did not. */
    @Nullable
    String failure() {
        return failure;
    }

    void makeOne() {
        try {
            Backup made = work.carryOut();
            last = made;
            failure = null;
            LOG.info(
                    "Backup {} made, up to event {}",
                    made.folder().getFileName(),
                    made.manifest().eventHead());
        } catch (Exception | Error broken) { // the next one may do better; health says so meanwhile
            failure = String.valueOf(broken.getMessage());
            LOG.error("The backup failed", broken);
        }
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(
                this::makeOne, FIRST_AFTER_SECONDS, retention.every().toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
