package io.chatledger.eventstore.axonserver;

import io.chatledger.eventstore.EngineUnderTest;
import io.chatledger.eventstore.EventStoreContract;
import io.chatledger.rig.axonserver.StandIn;
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
