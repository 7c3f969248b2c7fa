package io.chatledger.eventstore.postgres;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.OwnDatabase;
import io.chatledger.eventstore.Tallies;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitIT {

    private static final int MORE_THAN_FITS = 6000;

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, true);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void closingStoresAndAnswersWhatWaits() throws SQLException, InterruptedException {
        List<Append> waiting;
        Thread closing;
        try (Connection _ = database.holdHead()) {
            waiting = IntStream.range(0, 600)
                    .mapToObj(n -> node.submit(counted(stream(), 0)))
                    .toList();
            closing = Thread.ofVirtual().start(node::close);
        }
        closing.join();
        assertThat(waiting).allSatisfy(one -> assertThat(one.position()).isCompleted());
        assertThat(database.column("select count(*) from event")).containsExactly("600");
    }

    @Test
    void everyWriterThatRacesWithTheClosingIsAnswered() throws InterruptedException {
        List<Thread> writers = IntStream.range(0, 16)
                .mapToObj(n -> Thread.ofVirtual().start(() -> {
                    try {
                        while (true) {
                            node.append(counted(stream(), 0));
                        }
                    } catch (EventStoreException closed) {
                        return;
                    }
                }))
                .toList();
        node.tail().awaitAfter(50, 10, TimeUnit.SECONDS);
        node.close();
        for (Thread writer : writers) {
            assertThat(writer.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void nothingIsTakenAfterClosing() {
        node.close();
        assertThatThrownBy(() -> node.append(counted(stream(), 0)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void moreThanCanWaitIsRefusedAndTheRestIsStored() throws SQLException {
        List<Append> waiting = new ArrayList<>();
        try (Connection _ = database.holdHead()) {
            assertThatThrownBy(() -> {
                        for (int n = 0; n < MORE_THAN_FITS; n++) {
                            waiting.add(node.submit(counted(stream(), 0)));
                        }
                    })
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("overloaded");
        }
        assertThat(waiting).allSatisfy(one -> assertThat(one.position()).succeedsWithin(20, TimeUnit.SECONDS));
        assertThat(database.column("select count(*) from event")).containsExactly(Integer.toString(waiting.size()));
    }

    @Test
    void dataThatCannotBeStoredHurtsOnlyItsOwner() throws SQLException {
        Append bad;
        List<Append> others = new ArrayList<>();
        try (Connection _ = database.holdHead()) {
            node.submit(counted(stream(), 0)); // keeps the appender busy, so that the rest is one batch
            IntStream.range(0, 20).forEach(n -> others.add(node.submit(counted(stream(), 0))));
            bad = node.submit(Tallies.unstorable());
            IntStream.range(0, 20).forEach(n -> others.add(node.submit(counted(stream(), 0))));
        }
        assertThat(others).allSatisfy(one -> assertThat(one.position()).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(bad.position())
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(EventStoreException.class);
        assertThat(database.column("select count(*) = 41 and max(position) = 41 from event"))
                .containsExactly("t");
    }

    @Test
    void aConnectionThatIsLostMeanwhileStoresNothingTwice() throws SQLException {
        Append append;
        String stream = stream();
        try (Connection _ = database.holdHead()) {
            append = node.submit(counted(stream, 0));
            terminateAppenders();
        }
        assertThat(append.position()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(node.streamOf(stream)).hasSize(1);
        node.append(counted(stream, 1));
        assertThat(database.column("select max(position) = count(*) from event"))
                .containsExactly("t");
    }

    /** Those that wait for the head; there is one. */
    private void terminateAppenders() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String terminate = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'";
            await().until(() -> {
                try (ResultSet row = statement.executeQuery(terminate)) {
                    row.next();
                    return row.getLong(1) > 0;
                }
            });
        }
    }
}
