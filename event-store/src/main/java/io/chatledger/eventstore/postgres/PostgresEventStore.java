package io.chatledger.app.store.postgres;

import io.chatledger.app.store.SingleAppendStore;
import io.chatledger.command.NewStreams;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** Axon's event store over {@link PostgresEventStorageEngine}: streams wake up when something is committed. */
final class PostgresEventStore extends SingleAppendStore {

    private final PostgresEventStorageEngine engine;
    private final EventTail tail;

    PostgresEventStore(PostgresEventStorageEngine engine, EventTail tail) {
        super(engine);
        this.engine = engine;
        this.tail = tail;
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
}
