package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

class ReadModelFeedOutageTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private final ReadModelFeed feed = new ReadModelFeed(new Away());
    private final Logger log = (Logger) LoggerFactory.getLogger(ReadModelFeed.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void end() {
        feed.stop();
        log.detachAppender(lines);
    }

    @Test
    void saysOnceThatItIsCutOffHoweverOftenItTriesAgain() {
        feed.start();
        await().until(() -> attempts.get() >= 4);
        feed.stop();
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    /** Breaks in another way each time. */
    private final class Away extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            if (attempts.incrementAndGet() % 2 == 0) {
                throw new NoClassDefFoundError("no driver");
            }
            throw new SQLException("no answer");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
