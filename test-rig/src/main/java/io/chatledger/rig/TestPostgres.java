package io.chatledger.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for all tests of this JVM, started when it is first needed. Its databases are copies of one that has been
 * migrated: a test that changes what it finds takes one of its own.
 */
public final class TestPostgres {

    private static final String MIGRATED = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /**
     * Makes a database with the real migrations and nothing in it.
     *
     * @return connections of the migrations' owner, whom row-level security does not bind
     */
    public static PGSimpleDataSource create() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + MIGRATED);
        return database(name);
    }

    /** Ends its connections too. */
    public static void drop(PGSimpleDataSource database) {
        execute("drop database " + database.getDatabaseName() + " with (force)");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            execute(server.getPostgresDatabase(), "create database " + MIGRATED);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", MIGRATED))
                    .load()
                    .migrate();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void execute(String sql) {
        execute(SERVER.getPostgresDatabase(), sql);
    }

    private static void execute(DataSource server, String sql) {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PGSimpleDataSource database(String name) {
        try {
            return SERVER.getDatabase("postgres", name).unwrap(PGSimpleDataSource.class);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
