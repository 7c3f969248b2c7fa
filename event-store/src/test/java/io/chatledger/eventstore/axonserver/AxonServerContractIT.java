package io.chatledger.eventstore.axonserver;

import io.chatledger.eventstore.EngineUnderTest;
import io.chatledger.eventstore.EventStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What every engine promises, on a real Axon Server that nobody else writes to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(
        named = "AXON_SERVER",
        matches = ".+",
        disabledReason = "AXON_SERVER does not name the host:port of an Axon Server")
class AxonServerContractIT implements EventStoreContract {

    private final AxonServerNode node = AxonServerNode.at(System.getenv("AXON_SERVER"));

    @Override
    public EngineUnderTest node() {
        return node;
    }

    @AfterAll
    void close() {
        node.close();
    }
}
