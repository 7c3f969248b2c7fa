package io.chatledger.app.store;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.app.rig.TestCluster;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database with an empty event store of its own. */
public final class StoreDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String url;
    private final HikariDataSource pool = new HikariDataSource();

    public StoreDatabase() {
        this(TestCluster.create("store_" + NUMBER.incrementAndGet()), "");
    }

    private StoreDatabase(String url, String options) {
        this.url = url;
        pool.setJdbcUrl(url + options);
        pool.setUsername(TestCluster.username());
        pool.setPassword(TestCluster.password());
        pool.setConnectionInitSql("set role chatledger_store");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
    }

    public DataSource dataSource() {
        return pool;
    }

    int port() {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** The same database by another way, on which nobody waits long for an answer. */
    StoreDatabase through(int port) {
        return new StoreDatabase(url.replace(":" + port() + "/", ":" + port + "/"), "?socketTimeout=3");
    }

    Connection owner() throws SQLException {
        return TestCluster.connect(url);
    }

    /** Until it is closed, nothing can be appended. */
    Connection holdHead() throws SQLException {
        Connection connection = owner();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select position from event_head for update");
        }
        return connection;
    }

    List<String> column(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
