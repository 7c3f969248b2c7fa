package io.chatledger.eventstore.postgres;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.OwnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendIT {

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, true);
    private final StoreNode other = new StoreNode(database, true);

    @AfterEach
    void close() {
        other.close();
        node.close();
        database.close();
    }

    @Test
    void ofTwoForOnePlaceInOneBatchOneWinsAndTheRestSucceeds() throws SQLException {
        String wanted = stream();
        List<Append> rivals;
        List<Append> others;
        try (Connection _ = database.holdHead()) {
            node.submit(counted(stream(), 0)); // keeps the appender busy, so that the rest is one batch
            rivals = IntStream.range(0, 5)
                    .mapToObj(n -> node.submit(counted(wanted, 0)))
                    .toList();
            others = IntStream.range(0, 20)
                    .mapToObj(n -> node.submit(counted(stream(), 0)))
                    .toList();
        }
        assertThat(others).allSatisfy(one -> assertThat(one.position()).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(rivals.stream().filter(one -> !refused(one.position()))).hasSize(1);
        assertThat(node.streamOf(wanted)).hasSize(1);
    }

    @Test
    void aPlaceThatIsTakenAlreadyHurtsOnlyItsOwner() throws SQLException {
        String taken = stream();
        other.append(counted(taken, 0));
        Append late;
        List<Append> others;
        try (Connection _ = database.holdHead()) {
            node.submit(counted(stream(), 0));
            late = node.submit(counted(taken, 0));
            others = IntStream.range(0, 20)
                    .mapToObj(n -> node.submit(counted(stream(), 0)))
                    .toList();
        }
        assertThat(others).allSatisfy(one -> assertThat(one.position()).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(refused(late.position())).isTrue();
        assertThat(database.column("select max(position) = count(*) from event"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = '{}'",
                "delete from event",
                "truncate event",
                "update event set position = position + 1000"
            })
    void whatIsWrittenIsNeverChangedNotEvenByTheOwner(String sql) throws SQLException {
        node.append(counted(stream(), 0));
        assertThatThrownBy(() -> run(sql)).isInstanceOf(SQLException.class);
        assertThat(database.column("select position || name from event")).containsExactly("1tally.Counted");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean refused(CompletableFuture<Long> position) {
        return position.handle((stored, failure) -> failure instanceof ConcurrencyException)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
