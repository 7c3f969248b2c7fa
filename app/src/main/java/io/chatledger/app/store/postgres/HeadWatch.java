package io.chatledger.app.store.postgres;

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
    private final Thread watcher;
    private volatile boolean closed;

    HeadWatch(DataSource dataSource, EventReader reader, EventTail tail) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.tail = tail;
        tail.advancedTo(reader.head());
        this.watcher = Thread.ofPlatform().name("event-head").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen event_head");
                follow(connection.unwrap(PGConnection.class));
            } catch (SQLException | RuntimeException failure) {
                if (!closed) {
                    LOG.warn("The head of the event store cannot be watched, trying again: {}", failure.getMessage());
                    pause();
                }
            }
        }
    }

    private void follow(PGConnection connection) throws SQLException {
        while (!closed) {
            PGNotification[] notifications = connection.getNotifications(TICK_MILLIS);
            if (notifications == null || notifications.length == 0) {
                tail.advancedTo(reader.head());
            } else {
                tail.advancedTo(Long.parseLong(notifications[notifications.length - 1].getParameter()));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TICK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
