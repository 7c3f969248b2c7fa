package io.chatledger.app.store.postgres;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's event store over {@link PostgresEventStorageEngine}: streams wake up when something is committed. */
final class PostgresEventStore extends AbstractEventStore {

    private final PostgresEventStorageEngine engine;
    private final EventTail tail;

    PostgresEventStore(PostgresEventStorageEngine engine, EventTail tail) {
        super(new Builder().storageEngine(engine));
        this.engine = engine;
        this.tail = tail;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new EventStream(engine, tail, PostgresEventStorageEngine.positionOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
