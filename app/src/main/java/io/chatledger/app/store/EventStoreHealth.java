package io.chatledger.app.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the event store can be read, and how far it has come. */
@Component("eventStoreHealthIndicator")
class EventStoreHealth implements HealthIndicator {

    private final EventReader reader;

    EventStoreHealth(EventReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("position", reader.head()).build();
        } catch (RuntimeException unreachable) {
            return Health.down()
                    .withDetail("reason", "the event store cannot be read")
                    .build();
        }
    }
}
