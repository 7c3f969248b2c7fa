package io.chatledger.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.chatledger.eventstore.EventPositions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The head, asked each time: what this process has appended is among the events that Axon Server has. */
final class ServerHead implements EventPositions {

    /** Whoever wants to know has an answer waiting for it, which can do without. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<EventChannel> channel;
    private final Duration timeout;

    ServerHead(Supplier<EventChannel> channel, Duration timeout) {
        this.channel = channel;
        this.timeout = timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE;
    }

    @Override
    public long head() {
        try {
            return 1
                    + channel.get()
                            .getLastToken()
                            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                            .join();
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }
}
