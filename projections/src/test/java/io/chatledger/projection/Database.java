package io.chatledger.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.rig.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database with the real migrations, for one test class. */
public final class Database implements AutoCloseable {

    private final PGSimpleDataSource database = TestPostgres.create();
    private final List<HikariDataSource> pools = new ArrayList<>();

    /** Connections that act in one of the roles. */
    public DataSource as(String role) {
        return as(role, role);
    }

    /** @param application what the database knows the connections by */
    public DataSource as(String role, String application) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.getUrl());
        pool.setUsername(database.getUser());
        pool.addDataSourceProperty("ApplicationName", application);
        pool.setConnectionInitSql("set role " + role);
        pools.add(pool);
        return pool;
    }

    /** Row-level security does not bind it. */
    public DSLContext owner() {
        return DSL.using(database, SQLDialect.POSTGRES);
    }

    /** Every byte of the views, in a fixed order. */
    public String content(List<Projection<?, ?>> projections) {
        return projections.stream()
                .map(projection -> content(projection.table()))
                .collect(Collectors.joining("\n"));
    }

    public String content(Table<?> view) {
        return view.getName() + "\n"
                + String.join(
                        "\n",
                        owner().fetch("select t::text from {0} t order by t.tenant_id, t.id", view)
                                .getValues(0, String.class));
    }

    public void empty(List<Projection<?, ?>> projections) {
        projections.forEach(projection -> owner().truncate(projection.table()).execute());
        owner().execute("truncate token_entry");
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        TestPostgres.drop(database);
    }
}
