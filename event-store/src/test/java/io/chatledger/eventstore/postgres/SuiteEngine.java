package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventTenants;
import io.chatledger.eventstore.OwnDatabase;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Our engine, with a database of its own, for Axon's suites: their events are strings, without a name of ours. */
public final class SuiteEngine implements AutoCloseable {

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, true);

    public EventStorageEngine create() {
        return create(UnaryOperator.identity());
    }

    PostgresEventStorageEngine create(UnaryOperator<PostgresEventStorageEngine.Builder> settings) {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        return node.engine(
                settings.apply(new PostgresEventStorageEngine.Builder(EventFormat.of(serializer), EventTenants.ONE)));
    }

    @Override
    public void close() {
        node.close();
        database.close();
    }
}
