package io.chatledger.app.store.axonserver;

import io.chatledger.app.Roles;
import io.chatledger.app.store.StoreProbe;
import io.chatledger.command.Aggregates;
import io.chatledger.command.EventPositions;
import io.chatledger.command.SnapshotSerializer;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.EventUpcasters;
import io.chatledger.projection.rebuild.EventLog;
import io.chatledger.projection.rebuild.MessageLog;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Events in Axon Server; everything else stays in PostgreSQL. See {@code docs/adr/0007}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chatledger.event-store", havingValue = "axon-server")
class AxonServerEventStoreConfiguration {

    @Bean
    AxonServerConfiguration axonServerConfiguration(
            AxonServerProperties properties, @Value("${chatledger.node-id}") String node) {
        return Connections.configuration(properties, node);
    }

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnections(
            AxonServerConfiguration configuration, AxonServerProperties properties) {
        return Connections.open(configuration, properties);
    }

    @Bean
    OwnEvents ownEvents() {
        return new OwnEvents();
    }

    @Bean
    EventStore eventStore(
            AxonServerConfiguration configuration,
            AxonServerConnectionManager connections,
            EventSerializer events,
            SnapshotSerializer snapshots,
            OwnEvents own) {
        return AxonServerStore.of(configuration, connections, events, EventUpcasters.chain(), snapshots, own);
    }

    @Bean
    EventLog eventLog(EventStore store) {
        return new MessageLog(store);
    }

    @Bean(destroyMethod = "close")
    @Conditional(Roles.CommandRole.class)
    OthersWrites othersWrites(
            AxonServerConnectionManager connections,
            AxonServerProperties properties,
            OwnEvents own,
            Aggregates aggregates) {
        return new OthersWrites(
                () -> connections.getConnection().eventChannel(), own, aggregates, properties.timeout());
    }

    @Bean
    EventPositions eventPositions(AxonServerConnectionManager connections, AxonServerProperties properties) {
        return new ServerHead(() -> connections.getConnection().eventChannel(), properties.timeout());
    }

    @Bean
    StoreProbe axonServerProbe(EventPositions positions) {
        return thorough -> positions.head();
    }
}
