package io.chatledger.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The appender's connection, kept as long as it works. Belongs to the appender's thread. */
final class AppendSession {

    private static final Logger LOG = LoggerFactory.getLogger(AppendSession.class);

    private static final String SETTINGS =
            // One plan serves all batches; making one for each costs more than it can save.
            "set plan_cache_mode = force_generic_plan; set lock_timeout = '3s'";

    /** Longer than a statement may wait for the head's lock: the server is then the one to say so. */
    private static final int SILENCE_MILLIS = 6_000;

    private final DataSource dataSource;
    private @Nullable Connection connection;

    AppendSession(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Connection open() throws SQLException {
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SETTINGS);
            }
        }
        return connection;
    }

    /** Gives it back as it was; the pool throws away what is broken. */
    void close() {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection;
                Statement statement = closing.createStatement()) {
            statement.execute("reset plan_cache_mode; reset lock_timeout");
        } catch (SQLException broken) {
            LOG.debug("could not be closed", broken);
        }
        connection = null;
    }
}
