package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that lives and dies with this process and keeps its data in a folder: durable, on 127.0.0.1 only, behind
 * a generated password. It outlives crashes of either side: what an earlier run left behind is stopped or cleared away
 * first, and when PostgreSQL ends by itself it is started again under the same address.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "chatledger";

    private final FolderLock lock;
    private final PostgresServer server;
    private final Watchdog watchdog;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, PostgresServer server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
        this.watchdog = new Watchdog(server);
    }

    /**
     * Returns once connections are taken.
     *
     * @throws StartupFailure with one line for the person who started the application
     */
    public static EmbeddedDatabase start(Path dataDir) {
        return start(dataDir, null);
    }

    /** @param archive where its log is kept for backups; null for nowhere */
    public static EmbeddedDatabase start(Path dataDir, @Nullable WalArchive archive) {
        DataFolder folder = DataFolder.prepare(dataDir);
        FolderLock lock = FolderLock.take(folder);
        PostgresServer server = null;
        try {
            server = PostgresServer.prepare(
                    folder, archive == null ? PostgresServer.Extra.NONE : PostgresServer.Extra.of(archive.settings()));
            if (archive != null) {
                server.own(archive.folder());
            }
            server.start();
            String password = Cluster.password(folder);
            createDatabase(server.port(), password);
            return new EmbeddedDatabase(lock, server, password);
        } catch (RuntimeException e) {
            if (server != null) {
                server.stop();
            }
            lock.close();
            throw e;
        }
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return url(server.port(), NAME);
    }

    /** Owns the tables; the application's own work is done in roles that do not. */
    public String username() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /** The process id of PostgreSQL as it runs now. */
    public long pid() {
        return server.process().pid();
    }

    /** Stops PostgreSQL with a checkpoint and frees the data folder. Harmless the second time. */
    @Override
    public void close() {
        watchdog.close();
        server.stop();
        lock.close();
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void createDatabase(int port, String password) {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), Cluster.USER, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw new StartupFailure("PostgreSQL runs but does not let us in: " + e.getMessage(), e);
        }
    }
}
