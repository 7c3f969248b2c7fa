package io.chatledger.eventstore;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second, and at once where somebody doubts, whether the store is there; says so in one line each way. */
public final class StoreWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SHORTEST_TICK = Duration.ofMillis(250);

    private final StoreAvailability store;
    private final List<StoreProbe> probes;
    private final Duration tick;
    private final Duration shortestTick;
    private final Follower follower;
    private long lostAt;

    /** @param probes of all that has to be there */
    public StoreWatch(StoreAvailability store, List<StoreProbe> probes) {
        this(store, probes, TICK, SHORTEST_TICK);
    }

    /** @param shortestTick what lies between two looks however many doubt */
    StoreWatch(StoreAvailability store, List<StoreProbe> probes, Duration tick, Duration shortestTick) {
        this.store = store;
        this.probes = probes;
        this.tick = tick;
        this.shortestTick = shortestTick;
        this.follower = new Follower(
                "store-watch", this::watch, failure -> LOG.warn("Whether the store is there is not known", failure));
    }

    /** To be called once what the probes work with is complete. */
    public void start() {
        follower.start();
    }

    @Override
    public void close() {
        follower.close();
    }

    private void watch() throws InterruptedException {
        while (true) {
            Thread.sleep(shortestTick);
            boolean doubted = store.awaitDoubt(store.isAway() ? Duration.ZERO : tick);
            look(doubted || store.isAway());
        }
    }

    private void look(boolean thorough) throws InterruptedException {
        Exception problem = problem(thorough);
        if (follower.isClosed() || (problem == null) != store.isAway()) {
            return;
        }
        if (problem == null) {
            LOG.warn("The store is back after {} s: work goes on.", (System.nanoTime() - lostAt) / 1_000_000_000);
            store.regain();
        } else {
            lostAt = System.nanoTime();
            LOG.warn("The store cannot be reached, nothing is taken up until it can: {}", problem.getMessage());
            store.lose();
        }
    }

    private @Nullable Exception problem(boolean thorough) throws InterruptedException {
        for (StoreProbe probe : probes) {
            try {
                probe.check(thorough);
            } catch (InterruptedException closing) {
                throw closing;
            } catch (Exception problem) { // whatever it is, the store cannot be worked with
                return problem;
            }
        }
        return null;
    }
}
