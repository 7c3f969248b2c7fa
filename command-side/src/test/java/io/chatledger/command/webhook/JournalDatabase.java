package io.chatledger.command.webhook;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL with the journal's real table; it ends with the JVM. */
final class JournalDatabase {

    private static final Path MIGRATIONS = Path.of("../projections/src/main/resources/db/migration");

    private JournalDatabase() {}

    static DataSource start() {
        try {
            DataSource database = EmbeddedPostgres.start().getPostgresDatabase();
            for (String migration : List.of(
                    "V1__roles.sql",
                    "V3__command_side.sql",
                    "V10__person_keys.sql",
                    "V16__whose_bodies.sql",
                    "V34__arrivals.sql",
                    "V36__blackened_later.sql")) {
                new JdbcTemplate(database).execute(Files.readString(MIGRATIONS.resolve(migration)));
            }
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
