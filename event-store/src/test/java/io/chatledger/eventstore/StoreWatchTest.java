package io.chatledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreWatchTest {

    private final StoreAvailability store = new StoreAvailability();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Boolean> looks = new CopyOnWriteArrayList<>();
    private volatile boolean reachable = true;
    private volatile boolean appendable = true;
    private final AtomicInteger brokenLooks = new AtomicInteger();
    private final StoreWatch watch =
            new StoreWatch(store, List.of(this::check), Duration.ofMillis(40), Duration.ofMillis(10));

    private void check(boolean thorough) throws SQLException {
        looks.add(thorough);
        if (brokenLooks.getAndDecrement() > 0) {
            throw new StackOverflowError("a look that breaks");
        }
        if (!reachable || (thorough && !appendable)) {
            throw new SQLException("no answer");
        }
    }

    @BeforeEach
    void watch() {
        store.listen(new StoreAvailability.Listener() {
            @Override
            public void lost() {
                throw new IllegalStateException("a listener that fails");
            }

            @Override
            public void returned() {
                throw new NoClassDefFoundError("a listener that fails");
            }
        });
        store.listen(new StoreAvailability.Listener() {
            @Override
            public void lost() {
                told.add("lost");
            }

            @Override
            public void returned() {
                told.add("returned");
            }
        });
        watch.start();
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void tellsOnceThatTheStoreIsGoneAndOnceThatItIsBack() {
        reachable = false;
        await().until(store::isAway);
        int seen = looks.size();
        await().until(() -> looks.size() > seen + 2);
        reachable = true;
        await().untilAsserted(() -> assertThat(told).containsExactly("lost", "returned"));
        assertThat(store.isAway()).isFalse();
    }

    @Test
    void goesOnAfterALookThatBreaks() {
        brokenLooks.set(1);
        await().until(() -> brokenLooks.get() <= 0);
        reachable = false;
        await().until(store::isAway);
        reachable = true;
        await().until(() -> !store.isAway());
    }

    @Test
    void looksBetterWhereSomebodyHasMetAFailure() {
        appendable = false;
        await().until(() -> looks.size() > 2);
        assertThat(store.isAway()).isFalse();
        store.doubt();
        await().until(store::isAway);
        appendable = true;
        await().until(() -> !store.isAway());
    }
}
