package io.chatledger.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.eventstore.postgres.EventStoreTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database with an empty event store of its own, on one PostgreSQL that ends with the JVM. */
public final class OwnDatabase implements AutoCloseable {

    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool = new HikariDataSource();

    public OwnDatabase() {
        this(create("store_" + NUMBER.incrementAndGet()), POSTGRES.getPort(), "");
        try {
            EventStoreTables.create(pool);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private OwnDatabase(String name, int port, String options) {
        this.name = name;
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + name + options);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
    }

    public DataSource dataSource() {
        return pool;
    }

    public int port() {
        return POSTGRES.getPort();
    }

    /** The same database by another way, on which nobody waits long for an answer. */
    public OwnDatabase through(int port) {
        return new OwnDatabase(name, port, "?socketTimeout=3");
    }

    /** A connection that no pool lends. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(POSTGRES.getJdbcUrl("postgres", name));
    }

    /** Until it is closed, nothing can be appended. */
    public Connection holdHead() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select position from event_head for update");
        }
        return connection;
    }

    public List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
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

    private static String create(String name) {
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
