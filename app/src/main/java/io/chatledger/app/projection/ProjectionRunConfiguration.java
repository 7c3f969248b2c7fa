package io.chatledger.app.projection;

import io.chatledger.app.Roles.ProjectionRole;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.projection.live.LiveFolds;
import io.chatledger.projection.rebuild.ProjectionStatuses;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Runs the projections where this process projects. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProjectionRole.class)
class ProjectionRunConfiguration {

    @Bean
    ProjectionRunner projectionRunner(
            LiveFolds folds,
            EventStore eventStore,
            @Qualifier("projectionTokens") TokenStore tokens,
            @Qualifier("projectionAxonTransactions") TransactionManager transactions,
            StoreAvailability store) {
        return new ProjectionRunner(folds, eventStore, tokens, transactions, store);
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
