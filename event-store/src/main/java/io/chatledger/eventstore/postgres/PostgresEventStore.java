package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventNames;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.eventstore.RememberedAggregates;
import io.chatledger.eventstore.SingleAppendStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store in PostgreSQL, made by a {@link PostgresEventStoreBuilder}: streams wake up when something is
 * committed, here or by another process. Closing it stores and answers what waits; whatever reads from it ends first.
 */
public final class PostgresEventStore extends SingleAppendStore implements AutoCloseable {

    private final PostgresEventStorageEngine engine;
    private final EventTail tail;
    private final HeadWatch watch;
    private final GroupCommit appends;

    PostgresEventStore(PostgresEventStorageEngine engine, EventTail tail, HeadWatch watch, GroupCommit appends) {
        super(engine);
        this.engine = engine;
        this.tail = tail;
        this.watch = watch;
        this.appends = appends;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        DomainEventStream whole =
                NewStreams.isExpected(aggregateIdentifier) ? null : engine.readShortStream(aggregateIdentifier);
        return whole == null
                ? super.readEvents(aggregateIdentifier)
                : DomainEventStream.concat(whole, DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new EventStream(engine, tail, PostgresEventStorageEngine.positionOf(token));
    }

    /** The history straight from its table, for whoever reads much of it. */
    public EventLog log(EventNames names) {
        return engine.log(names);
    }

    /** Known in this process; it asks nobody. */
    public EventPositions positions() {
        return tail::head;
    }

    /**
     * Has aggregates forgotten that other processes change, until it is closed, which is before the store is. Not needed
     * where no other process writes.
     */
    public AutoCloseable tellOfOthers(RememberedAggregates aggregates) {
        return new OthersWrites(engine.reader()::aggregatesBetween, tail, aggregates);
    }

    @Override
    public void close() {
        appends.close();
        watch.close();
    }
}
