package io.chatledger.lab.chaos;

import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A real PostgreSQL that can be killed, always on the same data and port. */
final class Database implements AutoCloseable {

    private final Path folder;
    private volatile EmbeddedDatabase running;

    Database(Path folder) {
        this.folder = folder;
        this.running = EmbeddedDatabase.start(folder);
    }

    Path folder() {
        return folder;
    }

    EmbeddedDatabase running() {
        return running;
    }

    int port() {
        return Integer.parseInt(running.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /** As a superuser, directly. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(running.jdbcUrl(), running.username(), running.password());
    }

    /** All of its processes at once; its watchdog starts it again. */
    void kill() throws IOException, InterruptedException {
        signal(Signal.KILL);
    }

    /** To all of its processes. */
    void signal(Signal signal) throws IOException, InterruptedException {
        long postmaster = running.pid();
        List<Long> children = ProcessHandle.of(postmaster)
                .map(process -> process.descendants().map(ProcessHandle::pid).toList())
                .orElse(List.of());
        signal.sendTo(postmaster);
        for (long child : children) {
            signal.sendTo(child);
        }
    }

    /** Gone until {@link #comeBack}. */
    void killForLonger() throws IOException, InterruptedException {
        kill();
        running.close();
    }

    void comeBack() {
        running = EmbeddedDatabase.start(folder);
    }

    long number(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Texts and the numbers that belong to them. */
    Map<String, Long> counts(String sql) throws SQLException {
        Map<String, Long> found = new LinkedHashMap<>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(Objects.requireNonNullElse(rows.getString(1), "none"), rows.getLong(2));
            }
        }
        return found;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
