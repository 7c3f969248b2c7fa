package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EngineUnderTest;
import io.chatledger.eventstore.EventStoreContract;
import io.chatledger.eventstore.Language;
import io.chatledger.eventstore.OwnDatabase;
import org.junit.jupiter.api.AfterEach;

class PostgresEventStoreContractIT implements EventStoreContract {

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, Language.today());

    @Override
    public EngineUnderTest node() {
        return node;
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }
}
