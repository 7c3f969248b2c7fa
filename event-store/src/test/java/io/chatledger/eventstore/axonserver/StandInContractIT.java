package io.chatledger.app.store.axonserver;

import io.chatledger.app.store.EngineUnderTest;
import io.chatledger.app.store.EventStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What every engine promises, through the real connector. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandInContractIT implements EventStoreContract {

    private final StandIn server = new StandIn();
    private final AxonServerNode node = AxonServerNode.at(server.address());

    @Override
    public EngineUnderTest node() {
        return node;
    }

    @AfterAll
    void close() {
        node.close();
        server.close();
    }
}
