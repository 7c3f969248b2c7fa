package io.chatledger.app.store;

import io.chatledger.app.Roles;
import io.chatledger.command.Aggregates;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.eventstore.EventTenants;
import io.chatledger.eventstore.MessageLog;
import io.chatledger.eventstore.StoreProbe;
import io.chatledger.eventstore.axonserver.AxonServerStore;
import io.chatledger.eventstore.axonserver.NoAxonServerException;
import io.chatledger.kernel.problem.StartupFailure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Events in Axon Server; everything else stays in PostgreSQL. See {@code docs/adr/0007}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chatledger.event-store", havingValue = "axon-server")
class AxonServerEventStoreConfiguration {

    @Bean(destroyMethod = "close")
    AxonServerStore eventStore(
            AxonServerProperties properties, EventFormat format, @Value("${chatledger.node-id}") String node) {
        try {
            return AxonServerStore.open(properties.settings(node), format);
        } catch (NoAxonServerException failure) {
            throw new StartupFailure(failure.getMessage() + " See CHATLEDGER_AXON_SERVER_*.", failure);
        }
    }

    @Bean
    EventLog eventLog(AxonServerStore store, EventTenants tenants) {
        return new MessageLog(store, tenants);
    }

    @Bean
    EventPositions eventPositions(AxonServerStore store) {
        return store.positions();
    }

    @Bean(destroyMethod = "close")
    @Conditional(Roles.CommandRole.class)
    AutoCloseable othersWrites(AxonServerStore store, Aggregates aggregates) {
        return store.tellOfOthers(aggregates);
    }

    @Bean
    StoreProbe axonServerProbe(EventPositions positions) {
        return thorough -> positions.head();
    }
}
