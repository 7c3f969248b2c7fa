package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.Follower;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices what other nodes append: woken by NOTIFY, and looking by itself every half second in case a notification was
 * lost with its connection.
 */
final class HeadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final int TICK_MILLIS = 500;

    private final DataSource dataSource;
    private final EventReader reader;
    private final EventTail tail;
    private final Follower follower;

    HeadWatch(DataSource dataSource, EventReader reader, EventTail tail) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.tail = tail;
        this.follower = new Follower(
                "event-head",
                this::listen,
                failure -> LOG.warn(
                        "The head of the event store cannot be watched, trying again: {}", failure.getMessage()));
        tail.advancedTo(reader.head());
        follower.start();
    }

    @Override
    public void close() {
        follower.close();
    }

    private void listen() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen event_head");
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                PGNotification[] notifications = listening.getNotifications(TICK_MILLIS);
                tail.advancedTo(
                        notifications == null || notifications.length == 0
                                ? reader.head()
                                : Long.parseLong(notifications[notifications.length - 1].getParameter()));
            }
        }
    }
}
