package io.chatledger.app.database;

import io.chatledger.eventstore.StoreProbe;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks PostgreSQL over a connection of its own: a pool that is exhausted says nothing about the database. Looking well
 * includes the lock that every append needs, which a stuck transaction or a full disk refuses.
 */
@Component
final class DatabaseProbe implements StoreProbe, AutoCloseable {

    private static final String SECONDS = "2";

    private final DatabaseProperties database;
    private @Nullable Connection connection;

    DatabaseProbe(DatabaseProperties database) {
        this.database = database;
    }

    @Override
    public void check(boolean thorough) throws SQLException {
        String question = thorough ? "select position from event_head for update" : "select 1";
        if (connection != null && isAnswered(connection, question)) {
            return;
        }
        close();
        connection = open();
        ask(connection, question);
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            connection = null;
        } catch (SQLException lost) {
            // as it was going to be
        }
    }

    private static boolean isAnswered(Connection connection, String question) {
        try {
            ask(connection, question);
            return true;
        } catch (SQLException outdated) {
            return false; // of a server that has been restarted, perhaps
        }
    }

    private static void ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(question);
        }
    }

    private Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", database.username());
        if (database.password() != null) {
            settings.setProperty("password", database.password());
        }
        settings.setProperty("connectTimeout", SECONDS);
        settings.setProperty("loginTimeout", SECONDS);
        settings.setProperty("socketTimeout", SECONDS);
        settings.setProperty("ApplicationName", "chatledger_watch");
        settings.setProperty("logServerErrorDetail", "false");
        settings.setProperty("options", "-c role=chatledger_store -c lock_timeout=1s");
        return DriverManager.getConnection(database.url(), settings);
    }
}
