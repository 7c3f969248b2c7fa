package io.chatledger.app.rig;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** While it is held, the application can append nothing; so commands can be made to meet. */
public final class HeldHead implements AutoCloseable {

    private static final String AWAITED = "select exists (select from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock')";

    private final Connection holder = TestCluster.owner();

    private HeldHead() throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("select position from event_head for update");
        }
    }

    public static HeldHead take() throws SQLException {
        return new HeldHead();
    }

    /** Whether an append waits for it. */
    public boolean isAwaited() throws SQLException {
        try (Connection connection = TestCluster.owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(AWAITED)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
