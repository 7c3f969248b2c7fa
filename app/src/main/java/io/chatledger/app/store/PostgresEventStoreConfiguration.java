package io.chatledger.app.store;

import io.chatledger.app.Roles;
import io.chatledger.command.Aggregates;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.eventstore.EventTenants;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.eventstore.postgres.PostgresEventStore;
import io.chatledger.eventstore.postgres.PostgresEventStoreBuilder;
import io.chatledger.kernel.Features;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Events in PostgreSQL. See {@code docs/adr/0002}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chatledger.event-store", havingValue = "postgres", matchIfMissing = true)
class PostgresEventStoreConfiguration {

    /** @param shared false where this process is alone with its database */
    @Bean(destroyMethod = "close")
    PostgresEventStore eventStore(
            @Qualifier("storeDataSource") DataSource dataSource,
            EventFormat format,
            EventTenants tenants,
            MeterRegistry meters,
            StoreAvailability store,
            @Value("${chatledger.database.shared:true}") boolean shared) {
        return new PostgresEventStoreBuilder(dataSource, format)
                .tenants(tenants)
                .shared(shared)
                .meters(meters)
                .onFailure(store::doubt)
                .build();
    }

    @Bean
    EventLog eventLog(PostgresEventStore store, Features features) {
        return store.log(new RegisteredNames(features.registry()));
    }

    @Bean
    EventPositions eventPositions(PostgresEventStore store) {
        return store.positions();
    }

    /** Not needed where this process is alone with its database. */
    @Bean(destroyMethod = "close")
    @Conditional(Roles.CommandRole.class)
    @ConditionalOnProperty(name = "chatledger.database.shared", havingValue = "true", matchIfMissing = true)
    AutoCloseable othersWrites(PostgresEventStore store, Aggregates aggregates) {
        return store.tellOfOthers(aggregates);
    }
}
