package io.chatledger.app.store;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the event store can be read, and how far it has come. */
@Component("eventStoreHealthIndicator")
class EventStoreHealth implements HealthIndicator {

    private final EventStore store;

    EventStoreHealth(EventStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("position", store.createHeadToken().position().orElse(0))
                    .build();
        } catch (RuntimeException unreachable) {
            return Health.down()
                    .withDetail("reason", "the event store cannot be read")
                    .build();
        }
    }
}
