package io.chatledger.eventstore.axonserver;

import io.chatledger.eventstore.EngineUnderTest;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.Language;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The event store as one process holds it. */
final class AxonServerNode implements EngineUnderTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final AxonServerSettings settings;
    private final AxonServerStore store;

    AxonServerNode(AxonServerSettings settings, EventFormat language) {
        this.settings = settings;
        store = AxonServerStore.open(settings, language);
    }

    static AxonServerNode at(String address) {
        return new AxonServerNode(settings(address, Duration.ofSeconds(10)), Language.today());
    }

    static AxonServerSettings settings(String address, Duration timeout) {
        return settings(address, "default", timeout);
    }

    static AxonServerSettings settings(String address, String context, Duration timeout) {
        return new AxonServerSettings(
                address, context, "a-secret", false, timeout, "tallies", "node-" + NUMBER.incrementAndGet());
    }

    @Override
    public AxonServerStore store() {
        return store;
    }

    @Override
    public EngineUnderTest another(EventFormat language) {
        return new AxonServerNode(settings(settings.servers(), settings.context(), settings.timeout()), language);
    }

    @Override
    public void close() {
        store.close();
    }
}
