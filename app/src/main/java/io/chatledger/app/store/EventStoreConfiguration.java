package io.chatledger.app.store;

import io.chatledger.app.Roles;
import io.chatledger.command.Aggregates;
import io.chatledger.command.EventPositions;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.EventUpcasters;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The event store behind Axon's interfaces. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    EventSerializer eventSerializer() {
        return new EventSerializer(new EventRegistry());
    }

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

    /** @param notify off where this process is alone with its database */
    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(
            @Qualifier("storeDataSource") DataSource dataSource,
            EventTail tail,
            HeadWatch started,
            @Value("${chatledger.database.shared:true}") boolean notify) {
        return new GroupCommit(dataSource, new AppendStatement(notify), tail);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            EventReader reader, GroupCommit groupCommit, EventTail tail, EventSerializer serializer) {
        return new PostgresEventStorageEngine(reader, groupCommit, tail, serializer, EventUpcasters.chain());
    }

    @Bean
    EventStore eventStore(PostgresEventStorageEngine engine, EventTail tail) {
        return new PostgresEventStore(engine, tail);
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
