package io.chatledger.eventstore.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the hash chains, behind the store and never in its way. One works in the whole installation: it holds a lock of
 * its connection and writes over that connection only, so whoever has lost the lock can write nothing more.
 */
public final class Notary {

    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);

    /** Also how long a standby needs to notice that the other is gone. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Gathers what is stored in quick succession: the chain may be late, but should not take part in every commit. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private static final String LOCK = "(hashtext('chatledger'), hashtext('notary'))";

    private final DataSource dataSource;
    private final NewEvents news;
    private final DueCheckpoints due;
    private final int batch;

    /** @param batch how many events are linked in one transaction */
    public Notary(DataSource dataSource, NewEvents news, DueCheckpoints due, int batch) {
        this.dataSource = dataSource;
        this.news = news;
        this.due = due;
        this.batch = batch;
    }

    /** Works until it is interrupted or something fails; returns at once where another one works. */
    public void follow() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            if (!call(connection, "pg_try_advisory_lock")) {
                return;
            }
            try {
                work(connection);
            } finally {
                release(connection);
            }
        }
    }

    private void work(Connection connection) throws SQLException, InterruptedException {
        Linking linking = new Linking(connection, due.clock());
        while (!Thread.currentThread().isInterrupted()) {
            if (linking.link(batch)) {
                due.linked();
                continue;
            }
            due.make();
            news.await(LOOK);
            Thread.sleep(GATHER);
        }
    }

    private static void release(Connection connection) {
        try {
            call(connection, "pg_advisory_unlock");
        } catch (SQLException broken) {
            LOG.debug("the lock went with its connection", broken);
        }
    }

    private static boolean call(Connection connection, String function) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select " + function + LOCK)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
