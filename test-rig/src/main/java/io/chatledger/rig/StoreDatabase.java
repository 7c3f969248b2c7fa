package io.chatledger.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with the real tables, in the role of those who decide; it ends with the JVM. */
public final class StoreDatabase {

    private static final DataSource SHARED = start();

    private StoreDatabase() {}

    public static DataSource shared() {
        return SHARED;
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
