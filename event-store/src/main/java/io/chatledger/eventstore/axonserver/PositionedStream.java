package io.chatledger.eventstore.axonserver;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A stream of Axon Server with our positions. It never leaves out events that nobody handles: a reader stands at the
 * last event of all, not at the last of its own.
 */
final class PositionedStream implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> stream;

    PositionedStream(BlockingStream<TrackedEventMessage<?>> stream) {
        this.stream = stream;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek().map(PositionedStream::positioned);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return positioned(stream.nextAvailable());
    }

    @Override
    public void close() {
        stream.close();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return stream.setOnAvailableCallback(callback);
    }

    /** The connector takes an event outside of aggregates for one of an aggregate without a name. */
    private static TrackedEventMessage<?> positioned(TrackedEventMessage<?> event) {
        TrackingToken token = Positions.ours(event.trackingToken());
        return event instanceof DomainEventMessage<?> domain && domain.getType() != null
                ? new GenericTrackedDomainEventMessage<>(token, Microseconds.restored(domain))
                : new GenericTrackedEventMessage<>(token, Microseconds.restored((EventMessage<?>) event));
    }
}
