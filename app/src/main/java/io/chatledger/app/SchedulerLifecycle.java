package io.chatledger.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.chatledger.eventstore.StoreAvailability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes up scheduled work while the process runs and the store is there. */
final class SchedulerLifecycle implements SmartLifecycle, StoreAvailability.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerLifecycle.class);

    private final Scheduler scheduler;
    private final StoreAvailability store;
    private final JdbcClient jdbc;
    private volatile boolean running;

    SchedulerLifecycle(Scheduler scheduler, StoreAvailability store, JdbcClient jdbc) {
        this.scheduler = scheduler;
        this.store = store;
        this.jdbc = jdbc;
        store.listen(this);
    }

    @Override
    public void start() {
        if (store.isAway()) {
            scheduler.pause();
        }
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void lost() {
        scheduler.pause();
    }

    @Override
    public void returned() {
        scheduler.resume();
        Thread.ofVirtual().name("scheduler-wake").start(this::wakeFailed);
    }

    /** What failed while the store was away need not wait any longer; what waits for a reason of its own does. */
    private void wakeFailed() {
        try {
            jdbc.sql("update scheduled_tasks set execution_time = now()"
                            + " where not picked and consecutive_failures > 0 and execution_time > now()")
                    .update();
        } catch (DataAccessException failure) {
            LOG.warn("Scheduled work that has failed waits for its next turn: {}", failure.toString());
        }
    }
}
