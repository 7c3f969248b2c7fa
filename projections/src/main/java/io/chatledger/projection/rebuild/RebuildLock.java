package io.chatledger.projection.rebuild;

import io.chatledger.projection.Projection;
import io.chatledger.projection.live.RebuildKey;
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
    private final DSLContext session;
    private final List<RebuildKey> keys = new ArrayList<>();

    private RebuildLock(ConnectionProvider provider, Connection connection) {
        this.provider = provider;
        this.connection = connection;
        this.session = DSL.using(connection, SQLDialect.POSTGRES);
    }

    /** @throws io.chatledger.kernel.problem.DomainProblem {@code rebuild-running} */
    static RebuildLock take(DSLContext dsl, List<Projection<?, ?>> projections) {
        ConnectionProvider provider = dsl.configuration().connectionProvider();
        RebuildLock lock = new RebuildLock(provider, Objects.requireNonNull(provider.acquire()));
        for (Projection<?, ?> projection : projections) {
            if (!lock.take(RebuildKey.of(projection))) {
                lock.close();
                throw Rebuild.running();
            }
        }
        return lock;
    }

    /** Fails where the connection is gone, and the lock with it. */
    void verify() {
        session.fetchValue("select 1");
    }

    @Override
    public void close() {
        try {
            keys.forEach(key -> key.letGo(session));
        } finally {
            provider.release(connection);
        }
    }

    private boolean take(RebuildKey key) {
        return key.tryTake(session) && keys.add(key);
    }
}
