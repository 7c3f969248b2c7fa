package io.chatledger.projection.asof;

import io.chatledger.eventstore.EventLog;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.projection.Projections;
import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Views of the past, where queries are answered. */
@Configuration(proxyBeanMethods = false)
public class AsOfConfiguration {

    @Bean
    @ConditionalOnProperty(name = "chatledger.event-store", havingValue = "postgres", matchIfMissing = true)
    StoredTenantLog storedTenantLog(
            @Qualifier("projectionDsl") DSLContext dsl, EventSerializer serializer, Features features) {
        return new StoredTenantLog(dsl, serializer.readingAhead(), features);
    }

    @Bean
    @ConditionalOnProperty(name = "chatledger.event-store", havingValue = "axon-server")
    TenantLog scannedTenantLog(StreamableMessageSource<TrackedEventMessage<?>> source) {
        return new ScannedTenantLog(source);
    }

    @Bean
    SideEffects sideEffects(TenantLog log, Features features) {
        return new SideEffects(log, features.effects());
    }

    @Bean
    EventEffects eventEffects(TenantLog log, EventStore store, Projections projections) {
        return new EventEffects(log, store, projections.all());
    }

    /** Only where a stream can be read without all the others. */
    @Bean
    @ConditionalOnProperty(name = "chatledger.event-store", havingValue = "postgres", matchIfMissing = true)
    AsOfRows asOfRows(
            StoredTenantLog log,
            Projections projections,
            ReplayLimits limits,
            InstantSource clock,
            @Qualifier("projectionDsl") DSLContext dsl) {
        return new AsOfRows(new Moments(log, clock), log, projections.all(), dsl, limits);
    }

    @Bean
    ReplayLimits replayLimits(
            @Value("${chatledger.replays.kept-per-tenant:8}") int keptPerTenant,
            @Value("${chatledger.replays.building-per-tenant:2}") int buildingPerTenant,
            @Value("${chatledger.replays.kept:64}") int kept,
            @Value("${chatledger.replays.building:4}") int building,
            @Value("${chatledger.replays.keep:30m}") Duration keep,
            @Value("${chatledger.replays.patience:5s}") Duration patience) {
        return new ReplayLimits(keptPerTenant, buildingPerTenant, kept, building, keep, patience);
    }

    @Bean
    AsOfViews asOfViews(
            Projections projections,
            EventLog log,
            TenantLog ofTenants,
            SideEffects effects,
            ReplayLimits limits,
            InstantSource clock,
            @Qualifier("projectionDsl") DSLContext dsl,
            @Qualifier("projectionTransactions") PlatformTransactionManager transactions,
            @Value("${chatledger.node-id}") String node) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ReplayTable table = new ReplayTable(dsl, transaction, limits, node);
        ReplayProgress progress = new ReplayProgress(dsl, limits);
        AsOfBuild build = new AsOfBuild(projections.all(), log, ofTenants, effects, progress, dsl, transaction);
        ViewMaker maker = new ViewMaker(build, table, progress, new AsOfSchema(dsl));
        return new AsOfViews(new Moments(ofTenants, clock), build, maker, table, new StaleReplays(dsl, node), limits);
    }

    @Bean
    ReplaySweeper replaySweeper(AsOfViews views, @Value("${chatledger.replays.sweep:10s}") Duration pause) {
        return new ReplaySweeper(views::sweep, pause);
    }
}
