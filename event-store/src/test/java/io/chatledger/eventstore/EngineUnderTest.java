package io.chatledger.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The event store as one process holds it, on data that it may share with others. */
public interface EngineUnderTest extends AutoCloseable {

    EventStore store();

    /** As another process holds it, which speaks the given language. Whoever asks closes it. */
    EngineUnderTest another(EventFormat language);

    default EngineUnderTest another() {
        return another(Language.today());
    }

    /**
     * As a command does: all or none, and returns once the events are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if another writer was first
     */
    default void append(EventMessage<?>... events) {
        store().publish(List.of(events));
    }

    default long head() {
        return store().createHeadToken().position().orElse(0);
    }

    @Override
    void close();
}
