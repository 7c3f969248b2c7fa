package io.chatledger.lab.bench;

import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** A PostgreSQL of the benchmark's own, as durable as any, in a folder that goes when it goes. */
final class BenchDatabase implements AutoCloseable {

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Path folder;
    private final EmbeddedDatabase database;

    private BenchDatabase(Path folder) {
        this.folder = folder;
        this.database = EmbeddedDatabase.start(folder);
    }

    static BenchDatabase start() throws IOException {
        BenchDatabase started = new BenchDatabase(Files.createTempDirectory("chatledger-bench"));
        // After the application, whatever ends the benchmark.
        SpringApplication.getShutdownHandlers().add(started::close);
        return started;
    }

    EmbeddedDatabase embedded() {
        return database;
    }

    Path folder() {
        return folder;
    }

    /**
     * What the settings are.
     *
     * @throws IllegalStateException if acknowledged would not mean durable
     */
    String durability() throws SQLException {
        String fsync = text("show fsync");
        String commit = text("show synchronous_commit");
        if (!fsync.equals("on") || !commit.equals("on")) {
            throw new IllegalStateException("fsync is " + fsync + ", synchronous_commit is " + commit);
        }
        return text("select version()").split(" on ", 2)[0] + ", fsync " + fsync + ", synchronous_commit " + commit;
    }

    /** The application's own events are final; these are only of the benchmark, and each round begins without any. */
    void empty() throws SQLException {
        execute("alter table event disable trigger user");
        execute("truncate event, snapshot, stock.domainevententry, stock.snapshotevententry");
        execute("alter table event enable trigger user");
    }

    /** Plans made for an empty table would read all of it when it is full. */
    void analyze() throws SQLException {
        execute("vacuum analyze event, event_head, stock.domainevententry, stock.snapshotevententry");
    }

    /** So that no step pays for the pages that the one before has changed. */
    void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    /** Mean size of a row as it is stored, without indexes. */
    long bytesOfRow(String table) throws SQLException {
        if (text("select count(to_regclass('" + table + "'))").equals("0")) {
            return 0;
        }
        return Long.parseLong(text("select coalesce(avg(pg_column_size(t.*)), 0)::bigint from (select * from " + table
                + " limit 1000) t"));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = RawInserts.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = RawInserts.open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
