package io.chatledger.projection.live;

import io.chatledger.eventstore.StoreAvailability;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the projections where this process projects. */
@Configuration(proxyBeanMethods = false)
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
}
