package io.chatledger.app.store.postgres;

import io.chatledger.command.NewStreams;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over {@link PostgresEventStorageEngine}: streams wake up when something is committed, and what a
 * command publishes is one append, or the command fails.
 */
final class PostgresEventStore extends AbstractEventStore {

    private static final String APPENDED = "chatledger.appended";

    private final PostgresEventStorageEngine engine;
    private final EventTail tail;

    PostgresEventStore(PostgresEventStorageEngine engine, EventTail tail) {
        super(new Builder().storageEngine(engine));
        this.engine = engine;
        this.tail = tail;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        if (NewStreams.isExpected(aggregateIdentifier)) {
            return DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier));
        }
        DomainEventStream stored = engine.readShortStream(aggregateIdentifier);
        return stored == null
                ? super.readEvents(aggregateIdentifier)
                : DomainEventStream.concat(
                        stored, DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
    }

    /**
     * @throws IllegalStateException if the unit of work's events are stored already: these would be a second append,
     *     which can fail after the first, or, depending on who publishes, be dropped without a word
     */
    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(APPENDED)) {
            throw new IllegalStateException("A command's events are published before it commits, all at once.");
        }
        super.publish(events);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(APPENDED, true);
        }
        super.prepareCommit(events);
    }

    /**
     * A subscriber would run inside the command's append.
     *
     * @throws UnsupportedOperationException always: processors read streams
     */
    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> eventProcessor) {
        throw new UnsupportedOperationException("Event processors read streams here; none subscribes.");
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new EventStream(engine, tail, PostgresEventStorageEngine.positionOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
