package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.EventLog;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Projections;
import io.chatledger.projection.live.LaneMoves;
import io.chatledger.projection.live.ProjectionProcessors;
import io.chatledger.projection.live.StoredPositions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rebuilds of the projections, and what operators see of them. */
@Configuration(proxyBeanMethods = false)
public class RebuildConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    Rebuild rebuild(
            Projections projections,
            EventLog log,
            @Qualifier("projectionDsl") DSLContext dsl,
            @Qualifier("projectionTransactions") PlatformTransactionManager transactions) {
        RebuildPass pass = new RebuildPass(
                log, dsl, new TransactionTemplate(transactions), HistoryFold.Resources.here(), step -> {});
        return new Rebuild(projections, pass, log, Clock.systemUTC());
    }

    @Bean
    OutdatedProjections outdatedProjections(
            Projections projections,
            Rebuild rebuild,
            LaneMoves moves,
            EventLog log,
            @Qualifier("projectionDsl") DSLContext dsl) {
        return new OutdatedProjections(
                projections, rebuild, moves, new Builds(dsl), new StoredPositions(dsl), log, PATIENCE);
    }

    @Bean
    ProjectionStatuses projectionStatuses(
            Projections projections,
            Rebuild rebuild,
            EventLog log,
            ProjectionProcessors processors,
            @Qualifier("projectionDsl") DSLContext dsl) {
        return new ProjectionStatuses(
                projections,
                rebuild,
                log,
                new StoredPositions(dsl),
                new HistoryTables(dsl, HistoryTables.RETIRED),
                processors,
                new Builds(dsl));
    }

    /** How many events the read models are behind the store. */
    @Bean
    MeterBinder projectionLag(ProjectionStatuses statuses) {
        return registry -> Gauge.builder(
                        "chatledger.projection.lag",
                        statuses,
                        all -> all.all().stream()
                                .mapToLong(status -> status.head() - status.position())
                                .max()
                                .orElse(0))
                .baseUnit("events")
                .register(registry);
    }
}
