package io.chatledger.operations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.StartupFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path parent;

    @BeforeAll
    static void unpackOnce() {
        System.setProperty(
                "chatledger.postgres.programs",
                Path.of("target", "postgres-bin").toString());
    }

    @Test
    void keepsDataOverStopAndStart() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            run(database, "create table kept as select 42 as answer");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void leavesNothingRunningAfterClose() {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder());
        Leftovers leftovers = new Leftovers(DataFolder.prepare(folder()));
        assertThat(leftovers.any()).isTrue();
        database.close();
        assertThat(leftovers.any()).isFalse();
    }

    @Test
    void comesBackUnderTheSameAddressWhenPostgresIsKilled() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            run(database, "create table kept as select 42 as answer");
            String address = database.jdbcUrl();
            for (int round = 0; round < 3; round++) {
                long killed = database.pid();
                Signal.KILL.sendTo(killed);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> database.pid() != killed && answers(database));
            }
            assertThat(database.jdbcUrl()).isEqualTo(address);
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void startsOverAnOrphanThatStillRuns() throws SQLException {
        PostgresServer orphan = PostgresServer.prepare(DataFolder.prepare(folder()));
        orphan.start();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(answers(database)).isTrue();
        }
    }

    @Test
    void startsOverTheChildrenAndThePidFileOfAKilledPostgres() throws SQLException {
        PostgresServer orphan = PostgresServer.prepare(DataFolder.prepare(folder()));
        orphan.start();
        Signal.KILL.sendTo(orphan.process().pid());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThat(answers(database)).isTrue();
        }
    }

    @Test
    void startsOverAPidFileWhoseNumberBelongsToAnotherProgram() throws Exception {
        EmbeddedDatabase.start(folder()).close();
        Path pidFile = DataFolder.prepare(folder()).pidFile();
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThat(answers(database)).isTrue();
        }
    }

    @Test
    void writesEverythingDurably() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show server_version")).startsWith("18.");
        }
    }

    @Test
    void opensOnlyWithThePassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder().resolve("postgres-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("in use")
                    .hasMessageNotContaining("\n");
            assertThat(first.pid()).isPositive();
        }
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "in the way");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void saysWhyPostgresDoesNotStart() throws Exception {
        EmbeddedDatabase.start(folder()).close();
        Path control = folder().resolve("postgres/global/pg_control");
        Files.move(control, parent.resolve("pg_control"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("pg_control")
                .hasMessageContaining("postgres.log")
                .hasMessageNotContaining("\n");
    }

    private Path folder() {
        return parent.resolve("data with spaces");
    }

    private static boolean answers(EmbeddedDatabase database) {
        try {
            return ask(database, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
