package io.chatledger.projection.deadletter;

import io.chatledger.kernel.Features;
import io.chatledger.projection.Projections;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done about events that a projection could not handle. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

    @Bean
    DeadLetters projectionDeadLetters(
            Projections projections,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Features features,
            @Qualifier("projectionDsl") DSLContext dsl,
            @Qualifier("projectionTransactions") PlatformTransactionManager transactions) {
        return new DeadLetters(
                projections, new StoredEvents(source), features.registry(), dsl, new TransactionTemplate(transactions));
    }
}
