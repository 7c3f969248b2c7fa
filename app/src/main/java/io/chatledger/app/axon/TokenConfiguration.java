package io.chatledger.app.axon;

import io.chatledger.app.Roles.ProjectionRole;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Projections;
import io.chatledger.projection.live.VersionedTokens;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Where event processors stand: tokens are written in the transaction of what the processor does. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration CLAIM = Duration.ofSeconds(10);

    @Bean
    TransactionManager storeAxonTransactions(@Qualifier("storeTransactions") PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    TransactionManager projectionAxonTransactions(
            @Qualifier("projectionTransactions") PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    TokenStore storeTokens(
            @Qualifier("storeDataSource") DataSource dataSource,
            EventSerializer serializer,
            @Value("${chatledger.node-id}") String node) {
        return tokens(dataSource, serializer, node, CLAIM);
    }

    @Bean
    @Conditional(ProjectionRole.class)
    TokenStore projectionTokens(
            @Qualifier("projectionDataSource") DataSource dataSource,
            EventSerializer serializer,
            @Value("${chatledger.node-id}") String node,
            Projections projections,
            @Qualifier("projectionDsl") DSLContext dsl) {
        return new VersionedTokens(builder(dataSource, serializer, node, CLAIM), projections, new Builds(dsl));
    }

    static JdbcTokenStore tokens(DataSource dataSource, EventSerializer serializer, String node, Duration claim) {
        return builder(dataSource, serializer, node, claim).build();
    }

    private static JdbcTokenStore.Builder builder(
            DataSource dataSource, EventSerializer serializer, String node, Duration claim) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .contentType(byte[].class)
                .nodeId(node)
                .claimTimeout(claim)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setOwnerColumn("owner")
                        .setTimestampColumn("timestamp")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .build());
    }
}
