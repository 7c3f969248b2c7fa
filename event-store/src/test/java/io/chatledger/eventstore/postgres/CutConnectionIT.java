package io.chatledger.eventstore.postgres;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.OwnDatabase;
import io.chatledger.eventstore.UnknownOutcomeException;
import io.chatledger.rig.FaultyWire;
import io.chatledger.rig.FaultyWire.Direction;
import io.chatledger.rig.FaultyWire.Link;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way to PostgreSQL breaks just when an append is on it, so that its outcome is unknown. */
@Timeout(120)
class CutConnectionIT {

    private final OwnDatabase direct = new OwnDatabase();
    private final StoreNode other = new StoreNode(direct, true);
    private final FaultyWire wire = new FaultyWire(direct.port());
    private final OwnDatabase database = direct.through(wire.port());
    private final StoreNode node = new StoreNode(database, true);
    private final String stream = stream();
    private final AtomicInteger met = new AtomicInteger();

    CutConnectionIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        wire.heal();
        node.close();
        database.close();
        wire.close();
        other.close();
        direct.close();
    }

    @Test
    void anAppendWhoseAnswerIsCutOffIsStoredOnceAndAnswered() throws SQLException {
        loseAnswer(Link::cut);
        assertThat(node.submit(counted(stream, 0)).position()).succeedsWithin(30, TimeUnit.SECONDS);
        assertStoredOnce();
    }

    @Test
    void anAppendWhoseAnswerNeverComesIsStoredOnceAndAnswered() throws SQLException {
        loseAnswer(silent -> {});
        assertThat(node.submit(counted(stream, 0)).position()).succeedsWithin(30, TimeUnit.SECONDS);
        assertStoredOnce();
    }

    /** A look-up that is refused says nothing about what it was to look up. */
    @Test
    void whatCannotBeLookedUpInTimeIsUnknownRatherThanFailed() throws SQLException {
        CompletableFuture<Connection> head = new CompletableFuture<>();
        loseAnswer(link -> {
            if (!head.isDone()) {
                head.complete(heldHead());
            }
            link.cut();
        });
        assertThat(node.submit(counted(stream, 0)).position())
                .failsWithin(60, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(UnknownOutcomeException.class);
        head.join().close();
        assertStoredOnce();
    }

    @Test
    void anAppendThatNeverArrivesIsStoredOnceAndAnswered() throws SQLException {
        loseRequest(Link::cut);
        assertThat(node.submit(counted(stream, 0)).position()).succeedsWithin(30, TimeUnit.SECONDS);
        assertStoredOnce();
    }

    @Test
    void everybodyInABatchWhoseAnswerIsCutOffIsStoredOnceAndAnswered() throws SQLException {
        List<Append> batch;
        try (Connection _ = direct.holdHead()) {
            node.submit(counted(stream(), 0)); // keeps the appender busy, so that the rest is one batch
            loseAnswer(Link::cut);
            batch = IntStream.range(0, 20)
                    .mapToObj(n -> node.submit(counted(n == 0 ? stream : stream(), 0)))
                    .toList();
        }
        assertThat(batch).allSatisfy(one -> assertThat(one.position()).succeedsWithin(30, TimeUnit.SECONDS));
        assertThat(batch.stream().map(one -> one.position().join()).distinct()).hasSize(20);
        assertThat(direct.column("select count(*) from event")).containsExactly("21");
        assertStoredOnce();
    }

    @Test
    void aPlaceThatSomebodyElseTookMeanwhileIsAConflict() throws SQLException {
        loseRequest(link -> {
            wire.clog();
            link.cut();
        });
        Append late = node.submit(counted(stream, 0));
        await().until(met::get, times -> times > 0);
        other.append(counted(stream, 0));
        wire.heal();
        assertThat(late.position())
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(ConcurrencyException.class);
        assertStoredOnce();
    }

    /** The first attempt was only slow: it arrives when the second is already on its way. */
    @Test
    void anAppendThatArrivesLateIsNotTakenForSomebodyElses() throws SQLException {
        CountDownLatch second = new CountDownLatch(1);
        wire.tap((link, direction, chunk) -> {
            if (isAppend(direction, chunk)) {
                if (met.incrementAndGet() == 1) {
                    await().atMost(60, TimeUnit.SECONDS).until(() -> second.getCount() == 0);
                } else {
                    second.countDown();
                    await().atMost(20, TimeUnit.SECONDS).until(() -> stored().equals("1"));
                }
            }
            return true;
        });
        assertThat(node.submit(counted(stream, 0)).position()).succeedsWithin(60, TimeUnit.SECONDS);
        assertStoredOnce();
    }

    /** The next append of the stream is carried out; what happens to the connection then is up to the fault. */
    private void loseAnswer(Consumer<Link> fault) {
        Set<Link> faulty = ConcurrentHashMap.newKeySet();
        wire.tap((link, direction, chunk) -> {
            if (isAppend(direction, chunk) && met.getAndIncrement() == 0) {
                faulty.add(link);
            }
            if (direction == Direction.ANSWER && faulty.contains(link)) {
                fault.accept(link);
                return false;
            }
            return true;
        });
    }

    private Connection heldHead() {
        try {
            return direct.holdHead();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void loseRequest(Consumer<Link> fault) {
        wire.tap((link, direction, chunk) -> {
            if (isAppend(direction, chunk) && met.getAndIncrement() == 0) {
                fault.accept(link);
                return false;
            }
            return true;
        });
    }

    private boolean isAppend(Direction direction, String chunk) {
        return direction == Direction.REQUEST && chunk.contains("insert into event") && chunk.contains(stream);
    }

    private void assertStoredOnce() throws SQLException {
        assertThat(stored()).isEqualTo("1");
        assertThat(met).as("the fault has happened").hasPositiveValue();
        node.append(counted(stream, 1));
        assertThat(direct.column("select max(position) = count(*) from event")).containsExactly("t");
    }

    private String stored() throws SQLException {
        return direct.column("select count(*) from event where aggregate_id = '" + stream + "'")
                .getFirst();
    }
}
