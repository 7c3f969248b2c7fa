package io.chatledger.query;

import io.chatledger.kernel.tenant.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what the projections announce when they commit: how far they are and which rows are different. Holds one
 * connection of the query pool for as long as it runs.
 */
@Component
public class ReadModelFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelFeed.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataSource source;
    private final ReadModelPositions positions = new ReadModelPositions();
    private final ReadModelListeners listeners = new ReadModelListeners();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    public ReadModelFeed(@Qualifier("queryDataSource") DataSource source) {
        this.source = source;
    }

    /**
     * Tells of every change of a tenant's rows from now on, until the subscription is closed. The listener is called on
     * the feed's own thread, so it must not block.
     */
    public AutoCloseable subscribe(TenantId tenant, Consumer<ReadModelChange> listener) {
        return listeners.add(tenant, listener);
    }

    /**
     * Whether the projections came at least to that position in time; 0 and less are always there.
     *
     * @param lanes beside the one that most projections share; nobody waits for any other
     */
    public boolean await(long position, Set<String> lanes, Duration atMost) throws InterruptedException {
        return position <= 0 || positions.await(position, lanes, atMost);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        CountDownLatch untilStopped = new CountDownLatch(1);
        stopped = untilStopped;
        thread = Thread.ofPlatform().daemon().name("read-model-feed").start(() -> run(untilStopped));
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        Thread running = thread;
        thread = null;
        try {
            if (running != null) {
                running.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Before the web server starts, and until after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run(CountDownLatch untilStopped) {
        Duration pause = SHORTEST_PAUSE;
        boolean complained = false;
        while (untilStopped.getCount() > 0) {
            long lastsFrom = Long.MAX_VALUE;
            try (ReadModelConnection connection = ReadModelConnection.open(source)) {
                lastsFrom = System.nanoTime() + LONGEST_PAUSE.toNanos();
                positions.replace(connection.positions());
                listeners.tellAll(ReadModelChange.ANYTHING);
                follow(connection, untilStopped);
            } catch (SQLException | RuntimeException | Error e) {
                boolean lasted = lastsFrom != Long.MAX_VALUE && System.nanoTime() - lastsFrom > 0;
                pause = lasted ? SHORTEST_PAUSE : pause;
                complained = complained && !lasted;
                if (!complained) {
                    complained = true; // one line for an outage
                    LOG.warn("Cut off from the read models, trying again until they are there: {}", e.toString());
                }
            }
            pause = rest(pause, untilStopped);
        }
    }

    private void follow(ReadModelConnection connection, CountDownLatch untilStopped) throws SQLException {
        long read = System.nanoTime();
        while (untilStopped.getCount() > 0) {
            connection.announced(TICK).forEach(this::hear);
            Duration patience = positions.isAwaited() ? TICK : HEARTBEAT;
            if (System.nanoTime() - read >= patience.toNanos()) {
                positions.replace(connection.positions());
                read = System.nanoTime();
            }
        }
    }

    private void hear(String announcement) {
        switch (ReadModelAnnouncement.parse(announcement)) {
            case ReadModelAnnouncement.Moved moved -> positions.move(moved.processor(), moved.position());
            case ReadModelAnnouncement.Changed changed -> listeners.tell(changed.tenant(), changed.change());
            case ReadModelAnnouncement.Unknown unknown -> LOG.warn("not understood: {}", unknown.text());
        }
    }

    /** Answers how long to rest the next time. */
    private static Duration rest(Duration pause, CountDownLatch untilStopped) {
        try {
            untilStopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            untilStopped.countDown();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
