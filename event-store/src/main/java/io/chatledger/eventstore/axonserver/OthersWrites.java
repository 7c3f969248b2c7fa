package io.chatledger.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.chatledger.eventstore.Follower;
import io.chatledger.eventstore.RememberedAggregates;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the newest events and has aggregates forgotten that another process has changed. A decision that ends in events
 * would meet a conflict; one that ends in none would never notice.
 */
final class OthersWrites implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OthersWrites.class);
    private static final int BUFFER = 1024;

    private final Supplier<EventChannel> channel;
    private final OwnEvents own;
    private final RememberedAggregates aggregates;
    private final Duration timeout;
    private final Follower follower;
    private boolean away;

    OthersWrites(Supplier<EventChannel> channel, OwnEvents own, RememberedAggregates aggregates, Duration timeout) {
        this.channel = channel;
        this.own = own;
        this.aggregates = aggregates;
        this.timeout = timeout;
        this.follower = new Follower("others-writes", this::follow, this::complain);
        follower.start();
    }

    @Override
    public void close() {
        follower.close();
    }

    /** Once, until it works again. */
    private void complain(Throwable failure) {
        if (!away) {
            away = true;
            LOG.warn("Axon Server cannot be reached, trying again: {}", Failures.reason(failure));
        }
    }

    /** Until the stream ends. Nobody knows what was written before it was open, so everything is forgotten then. */
    private void follow() throws InterruptedException {
        long head = channel.get()
                .getLastToken()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        try (EventStream stream = channel.get().openStream(head, BUFFER)) {
            aggregates.forgetAll();
            away = false;
            while (!Thread.currentThread().isInterrupted()) {
                EventWithToken next = stream.nextIfAvailable(1, TimeUnit.SECONDS);
                if (next != null) {
                    notice(next.getEvent());
                } else if (stream.isClosed()) {
                    return;
                }
            }
        }
    }

    private void notice(Event event) {
        if (!own.recognise(event) && !event.getAggregateIdentifier().isEmpty()) {
            aggregates.forget(event.getAggregateIdentifier());
        }
    }
}
