package io.chatledger.app.store.postgres;

import io.chatledger.app.store.EngineUnderTest;
import io.chatledger.app.store.EventStoreContract;
import io.chatledger.app.store.Language;
import org.junit.jupiter.api.AfterEach;

class PostgresEventStoreContractIT implements EventStoreContract {

    private final StoreDatabase database = new StoreDatabase();
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
