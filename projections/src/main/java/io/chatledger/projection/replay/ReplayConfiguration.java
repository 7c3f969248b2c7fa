package io.chatledger.projection.replay;

import io.chatledger.projection.Projections;
import java.time.Clock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rebuilds of the projections, and what operators see of them. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {

    @Bean
    Rebuild rebuild(
            Projections projections,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionProcessors processors,
            @Qualifier("projectionDsl") DSLContext dsl,
            @Qualifier("projectionTransactions") PlatformTransactionManager transactions) {
        RebuildSteps steps =
                new RebuildSteps(new History(source), processors, dsl, new TransactionTemplate(transactions));
        return new Rebuild(projections, steps, Clock.systemUTC());
    }

    @Bean
    ProjectionStatuses projectionStatuses(
            Projections projections,
            Rebuild rebuild,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionProcessors processors,
            @Qualifier("projectionDsl") DSLContext dsl) {
        return new ProjectionStatuses(projections, rebuild, new History(source), new StoredPositions(dsl), processors);
    }
}
