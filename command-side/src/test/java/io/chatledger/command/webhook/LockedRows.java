package io.chatledger.command.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Rows of the journal that nobody else can change until it is closed. */
record LockedRows(Connection connection) implements AutoCloseable {

    static LockedRows of(DataSource database, String which) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select id from webhook_journal where " + which + " for update");
        }
        return new LockedRows(connection);
    }

    void awaitSomebodyWaiting() throws SQLException, InterruptedException {
        while (waiting() == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private int waiting() throws SQLException {
        String waiting = "select count(*) from pg_locks where not granted";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(waiting)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
