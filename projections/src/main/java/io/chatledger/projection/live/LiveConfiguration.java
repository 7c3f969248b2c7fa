package io.chatledger.projection.live;

import io.chatledger.kernel.Features;
import io.chatledger.projection.Projections;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Live execution of the projections. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

    @Bean
    LiveFolds liveFolds(Projections projections, Features features, @Qualifier("projectionDsl") DSLContext dsl) {
        return LiveFolds.of(projections, features.registry(), dsl);
    }

    @Bean
    LaneMoves laneMoves(
            Projections projections,
            @Qualifier("projectionDsl") DSLContext dsl,
            @Qualifier("projectionTransactions") PlatformTransactionManager transactions) {
        return new LaneMoves(projections, dsl, new TransactionTemplate(transactions));
    }
}
