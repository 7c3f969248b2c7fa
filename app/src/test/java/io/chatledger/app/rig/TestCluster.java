package io.chatledger.app.rig;

import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** One embedded PostgreSQL for all integration tests of this JVM, started when it is first needed. */
public final class TestCluster {

    static final Path FOLDER = Path.of("target", "it-data-" + System.getProperty("chatledger.test.process", "1"));

    private static final EmbeddedDatabase DATABASE = start();

    private static final String MIGRATED = migrated();

    private static volatile boolean usedByApplication;

    private TestCluster() {}

    static EmbeddedDatabase database() {
        outlastApplications();
        return DATABASE;
    }

    /** For applications that are not closed by whoever started them. */
    public static void outlastApplications() {
        usedByApplication = true;
    }

    /** To the application's database, as one whom row-level security does not bind. */
    public static Connection owner() throws SQLException {
        return connect(DATABASE.jdbcUrl());
    }

    /** To a database, as one whom row-level security does not bind. */
    public static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, DATABASE.username(), DATABASE.password());
    }

    /**
     * Makes a database with the real migrations and nothing in it.
     *
     * @return its URL
     */
    public static String create(String name) {
        execute("create database " + name + " template " + MIGRATED);
        return url(name);
    }

    public static String username() {
        return DATABASE.username();
    }

    public static String password() {
        return DATABASE.password();
    }

    /** What all others are copies of. */
    private static String migrated() {
        String name = "migrated";
        execute("create database " + name);
        Flyway.configure()
                .dataSource(url(name), DATABASE.username(), DATABASE.password())
                .load()
                .migrate();
        return name;
    }

    private static void execute(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String url(String database) {
        return DATABASE.jdbcUrl().replaceFirst("/[^/]+$", "/" + database);
    }

    private static EmbeddedDatabase start() {
        System.setProperty(
                "chatledger.postgres.programs",
                Path.of("target", "postgres-bin").toString());
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(FOLDER);
        // After the applications on it, where there are any; Spring runs its handlers only then.
        SpringApplication.getShutdownHandlers().add(database::close);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!usedByApplication) {
                database.close();
            }
        }));
        return database;
    }
}
