package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.Follower;
import io.chatledger.eventstore.RememberedAggregates;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has aggregates forgotten that another process has changed. A decision that ends in events would meet a conflict; one that
 * ends in none, such as looking something up, would never notice.
 */
final class OthersWrites implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OthersWrites.class);
    private static final int FORGET_ALL_AFTER = 5000;

    private final BiFunction<Long, Long, List<String>> aggregatesBetween;
    private final EventTail tail;
    private final RememberedAggregates aggregates;
    private final Follower follower;
    private long seen;

    /** @param aggregatesBetween the aggregates with events after the first position, up to the second */
    OthersWrites(
            BiFunction<Long, Long, List<String>> aggregatesBetween, EventTail tail, RememberedAggregates aggregates) {
        this.aggregatesBetween = aggregatesBetween;
        this.tail = tail;
        this.aggregates = aggregates;
        this.seen = tail.head();
        this.follower = new Follower(
                "others-writes",
                this::follow,
                failure -> LOG.warn("What others write is not followed: {}", failure.toString()));
        follower.start();
    }

    @Override
    public void close() {
        follower.close();
    }

    private void follow() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            if (tail.awaitAfter(seen, 1, TimeUnit.SECONDS)) {
                follow(tail.head());
            }
        }
    }

    private void follow(long head) {
        // What this process has written itself is in its tail, without a gap; what has to be read is of others.
        if (tail.after(seen, 1).isEmpty()) {
            forget(head);
        }
        seen = head;
    }

    private void forget(long head) {
        if (head - seen > FORGET_ALL_AFTER) {
            aggregates.forgetAll();
            return;
        }
        try {
            aggregatesBetween.apply(seen, head).forEach(aggregates::forget);
        } catch (EventStoreException failure) {
            LOG.warn("What others have written cannot be read: {}", failure.getMessage());
            aggregates.forgetAll();
        }
    }
}
