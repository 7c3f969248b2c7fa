package io.chatledger.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Events in PostgreSQL: acknowledged means durable, one gapless order, one writer a place, readable in SQL. See
 * {@code docs/adr/0002}.
 */
final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int PORTION = 500;

    private final EventReader reader;
    private final GroupCommit groupCommit;
    private final EventTail tail;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    PostgresEventStorageEngine(
            EventReader reader,
            GroupCommit groupCommit,
            EventTail tail,
            Serializer serializer,
            EventUpcaster upcasters) {
        this.reader = reader;
        this.groupCommit = groupCommit;
        this.tail = tail;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * Returns once the events are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if another writer was first
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if they could not be stored
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        Append append = new Append(
                events.stream().map(event -> EventRow.of(event, serializer)).toList());
        groupCommit.submit(append);
        try {
            append.position().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof AxonException known ? known : failure;
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        Stream<DomainEventData<String>> portions = Stream.iterate(
                        reader.ofAggregate(aggregateIdentifier, firstSequenceNumber, PORTION),
                        portion -> !portion.isEmpty(),
                        portion -> portion.size() < PORTION
                                ? List.of()
                                : reader.ofAggregate(
                                        aggregateIdentifier, portion.getLast().getSequenceNumber() + 1, PORTION))
                .flatMap(List::stream);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(portions, serializer, upcasters);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        Stream<TrackedEventData<String>> portions = Stream.iterate(
                        reader.after(positionOf(token), PORTION),
                        portion -> !portion.isEmpty(),
                        portion -> reader.after(positionOf(portion.getLast().trackingToken()), PORTION))
                .flatMap(List::stream);
        return EventUtils.upcastAndDeserializeTrackedEvents(portions, serializer, upcasters);
    }

    /** What follows a position, from memory if it is there; never more than a portion. */
    List<? extends TrackedEventMessage<?>> after(long position) {
        List<TrackedEventMessage<?>> fresh = tail.after(position, PORTION);
        if (!fresh.isEmpty() || tail.head() <= position) {
            return fresh;
        }
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        reader.after(position, PORTION).stream(), serializer, upcasters)
                .toList();
    }

    /** Not used: no aggregate here is long enough to need one. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("no aggregate is configured to have snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return reader.lastSequence(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(dateTime));
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
