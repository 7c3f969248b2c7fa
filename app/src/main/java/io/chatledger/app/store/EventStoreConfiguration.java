package io.chatledger.app.store;

import io.chatledger.command.Aggregates;
import io.chatledger.command.SnapshotSerializer;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is the same whichever engine {@code chatledger.event-store} names. An engine supplies Axon's {@code EventStore},
 * whose positions begin at 1, the {@code EventPositions} of the command side, and sees to it that
 * {@code Aggregates} forgets what other processes change.
 */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    EventSerializer eventSerializer() {
        return new EventSerializer(new EventRegistry());
    }

    /** A process that handles no commands has no aggregates either, and leaves all snapshots aside. */
    @Bean
    SnapshotSerializer snapshotSerializer(ObjectProvider<Aggregates> aggregates) {
        return aggregates.getIfAvailable(Aggregates::new).snapshots();
    }
}
