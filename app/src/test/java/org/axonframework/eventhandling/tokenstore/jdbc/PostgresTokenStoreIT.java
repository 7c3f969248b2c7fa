package org.axonframework.eventhandling.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.axon.Tokens;
import io.chatledger.app.store.StoreDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon's own suite for its token store, on our table and as we configure it. Only in its package it can be extended. */
@ContextConfiguration(classes = PostgresTokenStoreIT.OnPostgres.class, inheritLocations = false)
class PostgresTokenStoreIT extends JdbcTokenStoreTest {

    @Autowired
    private DataSource tables;

    @Autowired
    private JdbcTokenStore tokenStore;

    /** Axon's makes a table of its own; ours is there. */
    @BeforeEach
    @Override
    void setUp() {
        execute("delete from token_entry");
    }

    /** Axon's writes to its own table. */
    @Test
    @Override
    void identifierReadIfAvailable() {
        execute("insert into token_entry (processor_name, segment, timestamp, token_type, token) values ('__config', 0,"
                + " '2026-01-01T00:00:00Z', '" + ConfigToken.class.getName() + "',"
                + " convert_to('{\"config\": {\"id\": \"test123\"}}', 'UTF8'))");
        assertThat(tokenStore.retrieveStorageIdentifier()).contains("test123");
        assertThat(tokenStore.retrieveStorageIdentifier()).contains("test123");
    }

    private void execute(String sql) {
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As in the suite: three nodes, the second and third of which are quick to take over. */
    @Configuration
    static class OnPostgres {

        @Bean(destroyMethod = "close")
        StoreDatabase database() {
            return new StoreDatabase();
        }

        @Bean(destroyMethod = "")
        DataSource dataSource(StoreDatabase database) {
            return database.dataSource();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        TransactionManager transactionManager(PlatformTransactionManager transactions) {
            return new SpringTransactionManager(transactions);
        }

        @Bean
        JdbcTokenStore tokenStore(DataSource dataSource) {
            return Tokens.of(dataSource, "local", Duration.ofSeconds(10));
        }

        @Bean
        JdbcTokenStore concurrentTokenStore(DataSource dataSource) {
            return Tokens.of(dataSource, "concurrent", Duration.ofSeconds(2));
        }

        @Bean
        JdbcTokenStore stealingTokenStore(DataSource dataSource) {
            return Tokens.of(dataSource, "stealing", Duration.ofSeconds(-1));
        }
    }
}
