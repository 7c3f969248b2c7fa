package io.chatledger.command;

import io.chatledger.command.secret.SessionRegister;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL with the command side's real tables, in the command side's own role; it ends with the JVM. */
public final class StoreDatabase {

    private static final Path MIGRATIONS = Path.of("../projections/src/main/resources/db/migration");
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
            for (String migration : List.of(
                    "V1__roles.sql",
                    "V3__command_side.sql",
                    "V10__person_keys.sql",
                    "V25__sessions.sql",
                    "V26__login_attempts.sql")) {
                new JdbcTemplate(postgres.getPostgresDatabase())
                        .execute(Files.readString(MIGRATIONS.resolve(migration)));
            }
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
