package io.chatledger.app.rig;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** While it is held, the application can append nothing; so commands can be made to meet. */
public final class HeldHead implements AutoCloseable {

    private static final String AWAITED =
            "select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))";

    private final Connection holder = TestCluster.owner();
    private final int holds;

    private HeldHead() throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            ResultSet row = statement.executeQuery("select pg_backend_pid() from event_head for update");
            row.next();
            holds = row.getInt(1);
        }
    }

    public static HeldHead take() throws SQLException {
        return new HeldHead();
    }

    /** Whether an append waits for it. */
    public boolean isAwaited() throws SQLException {
        try (Connection connection = TestCluster.owner();
                PreparedStatement statement = connection.prepareStatement(AWAITED)) {
            statement.setInt(1, holds);
            ResultSet row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
