package io.chatledger.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection that hears what the projections announce. Used by one thread. */
final class ReadModelConnection implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_MILLIS_A_STATEMENT = 10_000;
    private static final String TOKENS =
            "select processor_name, token from token_entry where processor_name like 'projection.%'";

    private final Connection connection;
    private final PGConnection postgres;

    private ReadModelConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
    }

    /** Begins to listen; what is announced from now on is not missed. */
    static ReadModelConnection open(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, MOST_MILLIS_A_STATEMENT);
            execute(connection, "listen read_model");
            return new ReadModelConnection(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** How far each processor's token is; the lowest of its segments. */
    Map<String, Long> positions() throws SQLException {
        Map<String, Long> positions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TOKENS)) {
            while (rows.next()) {
                positions.merge(rows.getString(1), position(rows.getBytes(2)), Math::min);
            }
        }
        return positions;
    }

    /** What is announced within that time; comes back at once where there is something. */
    List<String> announced(Duration atMost) throws SQLException {
        PGNotification[] notifications = postgres.getNotifications((int) atMost.toMillis());
        return notifications == null
                ? List.of()
                : Stream.of(notifications).map(PGNotification::getParameter).toList();
    }

    /** Gives the connection back to its pool, deaf. */
    @Override
    public void close() throws SQLException {
        try (Connection closing = connection) {
            execute(closing, "unlisten read_model");
        }
    }

    /** A token of another shape belongs to a projection that is being made anew. */
    private static long position(byte @Nullable [] token) {
        try {
            JsonNode index = token == null
                    ? null
                    : JSON.readTree(new String(token, StandardCharsets.UTF_8)).get("globalIndex");
            return index == null || !index.isIntegralNumber() ? ReadModelPositions.BEHIND : index.longValue();
        } catch (JacksonException e) {
            return ReadModelPositions.BEHIND;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
