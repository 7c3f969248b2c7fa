package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventDecoder;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventNames;
import io.chatledger.eventstore.EventTenants;
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
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Events in PostgreSQL: acknowledged means durable, one gapless order, one writer a place, readable in SQL. See the
 * module's README.
 */
final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private final EventReader reader;
    private final SnapshotTable snapshots;
    private final GroupCommit groupCommit;
    private final EventTail tail;
    private final Serializer history;
    private final EventTenants tenants;

    PostgresEventStorageEngine(
            EventReader reader, SnapshotTable snapshots, GroupCommit groupCommit, EventTail tail, Builder settings) {
        super(settings);
        this.reader = reader;
        this.snapshots = snapshots;
        this.groupCommit = groupCommit;
        this.tail = tail;
        this.history = settings.history;
        this.tenants = settings.tenants;
    }

    /** Serializers and upcasters; Axon's own names for them. */
    static final class Builder extends BatchingEventStorageEngine.Builder {

        private static final int PORTION = 500;

        /** Reads what is not in memory any more. */
        private final Serializer history;

        private final EventTenants tenants;

        Builder(EventFormat format, EventTenants tenants) {
            this.history = format.history();
            this.tenants = tenants;
            batchSize(PORTION);
            eventSerializer(format.events());
            snapshotSerializer(format.snapshots());
            snapshotFilter(format.understood());
            upcasterChain(format.upcasters());
        }
    }

    /**
     * Returns once the events are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if another writer was first
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if they could not be stored
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        Append append = new Append(events.stream()
                .map(event -> EventRow.of(event, serializer, tenants))
                .toList());
        groupCommit.submit(append);
        try {
            append.position().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof AxonException known ? known : failure;
        }
    }

    @Override
    protected List<DomainEventData<String>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return reader.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize);
    }

    /** The whole stream, read at once; null if it is long or begins with a snapshot. */
    @Nullable
    DomainEventStream readShortStream(String aggregateIdentifier) {
        List<DomainEventData<String>> events = reader.wholeStream(aggregateIdentifier, batchSize());
        return events == null
                ? null
                : EventStreamUtils.upcastAndDeserializeDomainEvents(
                        events.stream(), getEventSerializer(), upcasterChain);
    }

    @Override
    protected List<TrackedEventData<String>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return reader.after(positionOf(lastToken), batchSize);
    }

    /** What follows a position, from memory if it is there; never more than a portion. */
    List<? extends TrackedEventMessage<?>> after(long position) {
        List<TrackedEventMessage<?>> fresh = tail.after(position, batchSize());
        if (!fresh.isEmpty() || tail.head() <= position) {
            return fresh;
        }
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        reader.after(position, batchSize()).stream(), history, upcasterChain)
                .toList();
    }

    EventLog log(EventNames names) {
        return new PostgresEventLog(reader, new EventDecoder(history, upcasterChain), names);
    }

    EventReader reader() {
        return reader;
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.keep(EventRow.of(snapshot, serializer, tenants));
    }

    @Override
    protected Stream<DomainEventData<String>> readSnapshotData(String aggregateIdentifier) {
        return reader.snapshotOf(aggregateIdentifier).stream();
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
