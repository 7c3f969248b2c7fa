package io.chatledger.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.query.TenantReads;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One database, a role for each kind of work: connections of a pool take the pool's role, which owns nothing, so that row-level security
 * binds it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int STORE_CONNECTIONS = 12;
    private static final int PROJECTION_CONNECTIONS = 6;

    /** Besides those that read, one listens; and one is to spare while another is made anew. */
    private static final int QUERY_CONNECTIONS = TenantReads.AT_ONCE + 2;

    private static final int NOTARY_CONNECTIONS = 4;
    private static final int SESSION_CONNECTIONS = 4;

    /** A plan that was made while a view was empty is kept long after it is full, and goes through all of it. */
    private static final String FRESH_PLANS = " -c plan_cache_mode=force_custom_plan";

    /** Versions are times: what was written earlier and landed later is applied all the same. */
    @Bean
    Flyway flyway(DatabaseProperties database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .connectRetries(3)
                .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    @Primary
    @DependsOn("flyway")
    HikariDataSource storeDataSource(DatabaseProperties database) {
        return pool(database, "chatledger_store", STORE_CONNECTIONS, false, "");
    }

    @Bean
    @DependsOn("flyway")
    HikariDataSource projectionDataSource(DatabaseProperties database) {
        // Rows and token are lost together or not at all, and made again from the events: no need to wait for the disk.
        String options = FRESH_PLANS + " -c synchronous_commit=off";
        return pool(database, "chatledger_projection", PROJECTION_CONNECTIONS, false, options);
    }

    @Bean
    @DependsOn("flyway")
    HikariDataSource queryDataSource(DatabaseProperties database) {
        return pool(database, "chatledger_query", QUERY_CONNECTIONS, true, FRESH_PLANS);
    }

    /** The hash chain is made from the events, so it need not wait for the disk either. */
    @Bean
    @DependsOn("flyway")
    HikariDataSource notaryDataSource(DatabaseProperties database) {
        return pool(database, "chatledger_notary", NOTARY_CONNECTIONS, false, " -c synchronous_commit=off");
    }

    /** Asked at each request who sends it, and never for long: no other work may keep people from being recognized. */
    @Bean
    @DependsOn("flyway")
    HikariDataSource sessionDataSource(DatabaseProperties database) {
        return pool("chatledger_sessions", database, "chatledger_store", SESSION_CONNECTIONS, false, "");
    }

    @Bean
    @Primary
    PlatformTransactionManager storeTransactions(@Qualifier("storeDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    PlatformTransactionManager projectionTransactions(@Qualifier("projectionDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    PlatformTransactionManager queryTransactions(@Qualifier("queryDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    private static HikariDataSource pool(
            DatabaseProperties database, String role, int size, boolean readOnly, String options) {
        return pool(role, database, role, size, readOnly, options);
    }

    private static HikariDataSource pool(
            String name, DatabaseProperties database, String role, int size, boolean readOnly, String options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size / 3));
        config.setConnectionTimeout(10_000);
        config.setValidationTimeout(2_000);
        config.setKeepaliveTime(60_000);
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setExceptionOverrideClassName(FailedOver.class.getName());
        }
        config.setConnectionInitSql("set role " + role);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The detail of an error quotes the row.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty(
                "options", "-c jit=off -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s" + options);
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }
}
