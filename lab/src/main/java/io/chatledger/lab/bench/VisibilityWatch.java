package io.chatledger.lab.bench;

import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Notes when the messages' read model has come how far: PostgreSQL notifies when the transaction that makes rows
 * visible has committed.
 */
final class VisibilityWatch implements AutoCloseable {

    private static final String PREFIX = "position|projection.live|";

    private final ConcurrentSkipListMap<Long, Instant> visible = new ConcurrentSkipListMap<>();
    private final Connection connection;
    private final Thread thread;
    private volatile boolean closed;

    VisibilityWatch(EmbeddedDatabase database) throws SQLException {
        connection = RawInserts.open(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen read_model");
        }
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    /** From the event's commit to the moment its row could be read, for every message stored after a position. */
    Measured sinceCommit(long after) throws SQLException {
        Measured measured = new Measured();
        try (Statement statement = connection.createStatement();
                ResultSet events = statement.executeQuery(
                        "select position, recorded_at from event where name = 'conversation.MessageReceived'"
                                + " and position > " + after)) {
            while (events.next()) {
                Map.Entry<Long, Instant> seen = visible.ceilingEntry(events.getLong(1));
                if (seen != null) {
                    Instant recorded = events.getTimestamp(2).toInstant();
                    measured.addMillis(java.time.Duration.between(recorded, seen.getValue())
                                    .toNanos()
                            / 1e6);
                }
            }
        }
        return measured;
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        closed = true;
        thread.join();
        connection.close();
    }

    /** Ends the listening, so that the connection is free for questions. */
    void stop() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        try {
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] notifications = listening.getNotifications(200);
                Instant now = Instant.now();
                for (PGNotification each : notifications == null ? new PGNotification[0] : notifications) {
                    if (each.getParameter().startsWith(PREFIX)) {
                        visible.putIfAbsent(Long.parseLong(each.getParameter().substring(PREFIX.length())), now);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
