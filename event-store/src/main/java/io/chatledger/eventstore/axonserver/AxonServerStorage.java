package io.chatledger.eventstore.axonserver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Events in Axon Server, with our positions: the connector reads, {@link Appender} writes. */
final class AxonServerStorage implements EventStorageEngine {

    private final EventStorageEngine connector;
    private final Appender appender;

    AxonServerStorage(EventStorageEngine connector, Appender appender) {
        this.connector = connector;
        this.appender = appender;
    }

    /** The connector's builder, which keeps its storage engine to itself. */
    static final class Connector extends AxonServerEventStore.Builder {

        EventStorageEngine engine() {
            return storageEngine;
        }
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        appender.append(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        appender.keep(snapshot);
    }

    /** Read to its end at once, so that a stream that breaks off is not taken for a short one. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return translated(() -> {
            DomainEventStream stream = connector.readEvents(aggregateIdentifier, firstSequenceNumber);
            List<? extends DomainEventMessage<?>> events = stream.asStream()
                    .<DomainEventMessage<?>>map(Microseconds::restored)
                    .toList();
            if (Thread.currentThread().isInterrupted()) {
                throw new EventStoreException("interrupted while reading " + aggregateIdentifier);
            }
            Long last = stream.getLastSequenceNumber();
            return DomainEventStream.of(events.stream(), () -> last);
        });
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return translated(() -> connector.readSnapshot(aggregateIdentifier));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return translated(() -> connector.lastSequenceNumberFor(aggregateIdentifier));
    }

    @Override
    public TrackingToken createTailToken() {
        return translated(() -> Positions.ours(connector.createTailToken()));
    }

    @Override
    public TrackingToken createHeadToken() {
        return translated(() -> Positions.ours(connector.createHeadToken()));
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return translated(() -> Positions.ours(connector.createTokenAt(dateTime)));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("Axon Server hands out events as they come: open a stream");
    }

    private static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }
}
