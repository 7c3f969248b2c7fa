package io.chatledger.app.store.axonserver;

import io.chatledger.app.store.EngineUnderTest;
import io.chatledger.app.store.Language;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The event store as one process holds it. */
final class AxonServerNode implements EngineUnderTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final AxonServerProperties properties;
    private final OwnEvents own = new OwnEvents();
    private final AxonServerConnectionManager connections;
    private final AxonServerStore store;

    AxonServerNode(AxonServerProperties properties, Language language) {
        this.properties = properties;
        AxonServerConfiguration configuration =
                Connections.configuration(properties, "node-" + NUMBER.incrementAndGet());
        connections = Connections.open(configuration, properties);
        store = AxonServerStore.of(
                configuration, connections, language.events(), language.upcasters(), language.snapshots(), own);
    }

    static AxonServerNode at(String address) {
        return new AxonServerNode(properties(address, Duration.ofSeconds(10)), Language.today());
    }

    static AxonServerProperties properties(String address, Duration timeout) {
        return new AxonServerProperties(address, "default", "", false, timeout);
    }

    @Override
    public EventStore store() {
        return store;
    }

    @Override
    public EngineUnderTest another(Language language) {
        return new AxonServerNode(properties, language);
    }

    AxonServerConnectionManager connections() {
        return connections;
    }

    OwnEvents own() {
        return own;
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
