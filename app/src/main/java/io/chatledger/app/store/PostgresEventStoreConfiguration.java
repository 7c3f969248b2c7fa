package io.chatledger.app.store.postgres;

import io.chatledger.app.Roles;
import io.chatledger.command.Aggregates;
import io.chatledger.command.EventPositions;
import io.chatledger.command.SnapshotSerializer;
import io.chatledger.command.StoreAvailability;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.EventUpcasters;
import io.chatledger.projection.rebuild.EventDecoder;
import io.chatledger.projection.rebuild.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Events in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chatledger.event-store", havingValue = "postgres", matchIfMissing = true)
class PostgresEventStoreConfiguration {

    @Bean
    EventTail eventTail() {
        return new EventTail();
    }

    @Bean
    EventReader eventReader(@Qualifier("storeDataSource") DataSource dataSource) {
        return new EventReader(dataSource);
    }

    /** Started before the appender and closed after it. */
    @Bean(destroyMethod = "close")
    HeadWatch headWatch(@Qualifier("storeDataSource") DataSource dataSource, EventReader reader, EventTail tail) {
        return new HeadWatch(dataSource, reader, tail);
    }

    @Bean
    WaitingAppends waitingAppends() {
        return new WaitingAppends();
    }

    /** @param notify off where this process is alone with its database */
    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(
            @Qualifier("storeDataSource") DataSource dataSource,
            WaitingAppends waiting,
            EventTail tail,
            HeadWatch started,
            MeterRegistry meters,
            StoreAvailability store,
            @Value("${chatledger.database.shared:true}") boolean notify) {
        AppendMetrics metrics = new AppendMetrics(meters, waiting);
        return new GroupCommit(
                waiting,
                new Appender(new AppendSession(dataSource), new AppendStatement(notify), tail, metrics, store::doubt));
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            @Qualifier("storeDataSource") DataSource dataSource,
            EventReader reader,
            GroupCommit groupCommit,
            EventTail tail,
            EventSerializer events,
            SnapshotSerializer snapshots) {
        PostgresEventStorageEngine.Builder settings = new PostgresEventStorageEngine.Builder(events, snapshots);
        settings.upcasterChain(EventUpcasters.chain()).snapshotFilter(snapshots);
        return new PostgresEventStorageEngine(
                reader, new SnapshotTable(dataSource), groupCommit, tail, events.readingAhead(), settings);
    }

    @Bean
    EventStore eventStore(PostgresEventStorageEngine engine, EventTail tail) {
        return new PostgresEventStore(engine, tail);
    }

    @Bean
    EventLog eventLog(@Qualifier("storeDataSource") DataSource dataSource, EventReader reader, EventSerializer events) {
        return new PostgresEventLog(
                dataSource, reader, new EventDecoder(events.readingAhead(), EventUpcasters.chain()));
    }

    /** Not needed where this process is alone with its database. */
    @Bean(destroyMethod = "close")
    @Conditional(Roles.CommandRole.class)
    @ConditionalOnProperty(name = "chatledger.database.shared", havingValue = "true", matchIfMissing = true)
    OthersWrites othersWrites(EventReader reader, EventTail tail, HeadWatch started, Aggregates aggregates) {
        return new OthersWrites(reader::aggregatesBetween, tail, aggregates);
    }

    @Bean
    EventPositions eventPositions(EventTail tail) {
        return tail::head;
    }
}
