package io.chatledger.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.app.rig.TestCluster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedOverIT {

    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void open() {
        pool.setJdbcUrl(TestCluster.create("failed_over"));
        pool.setUsername(TestCluster.username());
        pool.setPassword(TestCluster.password());
        pool.setMaximumPoolSize(1);
        pool.setExceptionOverrideClassName(FailedOver.class.getName());
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aConnectionToAServerThatHasBecomeReadOnlyIsNotUsedAgain() throws SQLException {
        long formerPrimary;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            formerPrimary = process(statement);
            statement.execute("set default_transaction_read_only = on");
            assertThatThrownBy(() -> statement.execute("update event_head set position = position"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("25006"));
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(process(statement)).isNotEqualTo(formerPrimary);
            assertThat(statement.executeUpdate("update event_head set position = position"))
                    .isEqualTo(1);
        }
    }

    private static long process(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
