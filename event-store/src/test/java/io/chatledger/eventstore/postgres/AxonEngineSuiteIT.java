package io.chatledger.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.AGGREGATE;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;

import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon's own suite for storage engines, but for what ours does otherwise on purpose. */
class AxonEngineSuiteIT
        extends BatchingEventStorageEngineTest<PostgresEventStorageEngine, PostgresEventStorageEngine.Builder> {

    private final SuiteEngine engines = new SuiteEngine();
    private final PostgresEventStorageEngine engine = createEngine();

    @BeforeEach
    void begin() {
        setTestSubject(engine);
    }

    @AfterEach
    void close() {
        engines.close();
    }

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngine.Builder> settings) {
        return engines.create(settings);
    }

    /** Axon wants an AggregateStreamCreationException; ours is a conflict, so that the command is tried again. */
    @Test
    @Override
    public void storeDuplicateFirstEventWithExceptionTranslatorThrowsAggregateIdentifierAlreadyExistsException() {
        assertThatThrownBy(() -> engine.appendEvents(createEvent(0), createEvent(0)))
                .isInstanceOf(ConcurrencyException.class);
    }

    /** Axon leaves it to a resolver of exceptions what a duplicate is; ours knows without one. */
    @Test
    @Override
    public void storeDuplicateEventWithoutExceptionResolver() {
        PostgresEventStorageEngine unresolved = createEngine(settings -> {
            settings.persistenceExceptionResolver(failure -> false);
            return settings;
        });
        assertThatThrownBy(() -> unresolved.appendEvents(createEvent(0), createEvent(0)))
                .isInstanceOf(ConcurrencyException.class);
    }

    /** Axon wants a conflict; ours spares the index, since ids of messages are drawn at random. */
    @Test
    @Override
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {
        assertStored(createEvent("id", AGGREGATE, 0), createEvent("id", "otherAggregate", 0));
    }

    /** As above. */
    @Test
    @Override
    public void uniqueKeyConstraintOnEventIdentifier() {
        assertStored(createEvent("id", AGGREGATE, 1), createEvent("id", "otherAggregate", 1));
    }

    private void assertStored(DomainEventMessage<?>... events) {
        engine.appendEvents(events);
        for (DomainEventMessage<?> event : events) {
            assertThat(engine.readEvents(event.getAggregateIdentifier()).asStream())
                    .extracting(DomainEventMessage::getIdentifier)
                    .containsExactly("id");
        }
    }
}
