package io.chatledger.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.TestPostgres;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One database for all tests, with the real migrations. Each test takes a tenant of its own. */
public final class TestDatabase {

    private static final DataSource DATABASE = TestPostgres.create();

    /** As the migrations' owner: writes what projections would write. */
    public static final DSLContext OWNER = DSL.using(pooled(null), SQLDialect.POSTGRES);

    /** As the application has it: pooled, in the role of the query side. */
    public static final HikariDataSource QUERY_SOURCE = pooled("set role chatledger_query");

    private TestDatabase() {}

    public static TenantId newTenant() {
        return new TenantId(UUID.randomUUID().toString());
    }

    public static TenantReads reads() {
        return reads(Duration.ofSeconds(5));
    }

    public static TenantReads reads(Duration longestStatement) {
        return new TenantReads(QUERY_SOURCE, new DataSourceTransactionManager(QUERY_SOURCE), longestStatement);
    }

    /** A connection for each statement would take longer than most statements. */
    private static HikariDataSource pooled(@Nullable String init) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(DATABASE);
        config.setConnectionInitSql(init);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
