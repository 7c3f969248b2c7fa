package io.chatledger.projection.replay;

import java.sql.Connection;
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
    private final String name;

    private RebuildLock(ConnectionProvider provider, Connection connection, String name) {
        this.provider = provider;
        this.connection = connection;
        this.name = name;
    }

    /** @throws io.chatledger.kernel.problem.DomainProblem {@code rebuild-running} */
    static RebuildLock take(DSLContext dsl, String name) {
        ConnectionProvider provider = dsl.configuration().connectionProvider();
        Connection connection = Objects.requireNonNull(provider.acquire());
        if (call("pg_try_advisory_lock", connection, name)) {
            return new RebuildLock(provider, connection, name);
        }
        provider.release(connection);
        throw Rebuild.running();
    }

    @Override
    public void close() {
        try {
            call("pg_advisory_unlock", connection, name);
        } finally {
            provider.release(connection);
        }
    }

    private static boolean call(String function, Connection connection, String name) {
        Object answer = DSL.using(connection, SQLDialect.POSTGRES)
                .fetchValue("select " + function + "(hashtext('rebuild'), hashtext({0}))", DSL.val(name));
        return Boolean.TRUE.equals(answer);
    }
}
