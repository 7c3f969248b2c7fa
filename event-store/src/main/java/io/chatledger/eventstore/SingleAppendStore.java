package io.chatledger.eventstore;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Axon's event store as every engine here is used: what a command publishes is one append or the command fails, and
 * streams that a command takes for new are not read.
 */
public abstract class SingleAppendStore extends AbstractEventStore {

    private static final String APPENDED = "chatledger.appended";

    protected SingleAppendStore(EventStorageEngine engine) {
        super(new Builder().storageEngine(engine));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return NewStreams.isExpected(aggregateIdentifier)
                ? DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier))
                : super.readEvents(aggregateIdentifier);
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

    private static final class Builder extends AbstractEventStore.Builder {}
}
