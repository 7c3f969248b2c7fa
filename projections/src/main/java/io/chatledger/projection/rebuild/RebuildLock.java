package io.chatledger.projection.rebuild;

import io.chatledger.projection.Projection;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * One rebuild of a projection at a time, wherever it runs. The database lets go of the lock with the connection, so a
 * crash leaves none behind.
 */
final class RebuildLock implements AutoCloseable {

    private final ConnectionProvider provider;
    private final Connection connection;
    private final List<String> names = new ArrayList<>();

    private RebuildLock(ConnectionProvider provider, Connection connection) {
        this.provider = provider;
        this.connection = connection;
    }

    /** @throws io.chatledger.kernel.problem.DomainProblem {@code rebuild-running} */
    static RebuildLock take(DSLContext dsl, List<Projection<?, ?>> projections) {
        ConnectionProvider provider = dsl.configuration().connectionProvider();
        RebuildLock lock = new RebuildLock(provider, Objects.requireNonNull(provider.acquire()));
        for (Projection<?, ?> projection : projections) {
            if (!lock.take(projection.name())) {
                lock.close();
                throw Rebuild.running();
            }
        }
        return lock;
    }

    /** Fails where the connection is gone, and the lock with it. */
    void verify() {
        DSL.using(connection, SQLDialect.POSTGRES).fetchValue("select 1");
    }

    @Override
    public void close() {
        try {
            names.forEach(name -> call("pg_advisory_unlock", name));
        } finally {
            provider.release(connection);
        }
    }

    private boolean take(String name) {
        return call("pg_try_advisory_lock", name) && names.add(name);
    }

    private boolean call(String function, String name) {
        Object answer = DSL.using(connection, SQLDialect.POSTGRES)
                .fetchValue("select " + function + "(hashtext('rebuild'), hashtext({0}))", DSL.val(name));
        return Boolean.TRUE.equals(answer);
    }
}
