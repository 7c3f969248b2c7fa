package io.chatledger.command.webhook;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with the journal's real table; it ends with the JVM. */
final class JournalDatabase {

    private JournalDatabase() {}

    static DataSource start() {
        try {
            DataSource database = EmbeddedPostgres.start().getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
