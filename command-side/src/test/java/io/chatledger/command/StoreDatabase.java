package io.chatledger.command;

import io.chatledger.command.secret.SessionRegister;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with the command side's real tables, in the command side's own role; it ends with the JVM. */
public final class StoreDatabase {

    private static final DataSource SHARED = start();

    private StoreDatabase() {}

    public static DataSource shared() {
        return SHARED;
    }

    public static SessionRegister sessions(InstantSource clock) {
        return new SessionRegister(SHARED, clock);
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            PGSimpleDataSource store = postgres.getPostgresDatabase().unwrap(PGSimpleDataSource.class);
            store.setOptions("-c role=chatledger_store");
            return store;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
