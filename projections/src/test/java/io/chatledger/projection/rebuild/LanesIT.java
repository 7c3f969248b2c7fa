package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.MessageLog;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Batches;
import io.chatledger.projection.Breakable;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Database;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.SpringTransactions;
import io.chatledger.projection.Wired;
import io.chatledger.projection.contact.ContactProjection;
import io.chatledger.projection.live.LaneMoves;
import io.chatledger.projection.live.LiveFold;
import io.chatledger.projection.live.StoredPositions;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections in lanes of their own, and how they come there. */
class LanesIT {

    private static final List<Fact> FACTS = SampleHistory.of(13, 1_500);
    private static final String REPORT = Lane.processor("report");

    private final Database database = new Database();
    private final DataSource source = database.as("chatledger_projection");
    private final DSLContext dsl = Wired.dsl(source);
    private final SpringTransactions transactions = new SpringTransactions(new JdbcTransactionManager(source));
    private final RecordedEvents history = new RecordedEvents();
    private final StoredPositions positions = new StoredPositions(dsl);
    private final Builds builds = new Builds(dsl);

    @BeforeEach
    void begin() {
        database.owner().execute("delete from projection_build where name <> 'lanes'");
        history.record(FACTS);
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aFoldThatTakesLongInItsLaneHoldsUpNoOthersRows() {
        CountDownLatch end = new CountDownLatch(1);
        Breakable<Event, MetricViewRecord> slow = new Breakable<>(Wired.metrics());
        slow.breakBy((event, row) -> {
            awaitEnd(end);
            return row;
        });
        Projections projections = new Projections(List.of(new ContactProjection(), slow));
        try (LiveProcessors live = new LiveProcessors(projections, history, source, transactions)) {
            awaitHead(Lane.PROCESSOR);
            assertThat(database.owner().fetchCount(CONTACT_VIEW)).isPositive();
            assertThat(positions.of(REPORT)).isLessThan(FACTS.size());
            end.countDown();
            awaitHead(REPORT);
            assertThat(live.running(REPORT)).isTrue();
        }
    }

    @Test
    void whatGetsALaneOfItsOwnGoesOnWhereItWas() {
        Projections projections = Wired.projections();
        asBeforeLanes(projections, 600);
        letter();
        assertThat(builds.newer(projections.all())).containsExactly("metric");

        moves(projections).carryOut();
        moves(projections).carryOut();

        assertThat(builds.newer(projections.all())).isEmpty();
        assertThat(builds.outdated(projections.all())).isEmpty();
        assertThat(positions.of(REPORT)).isEqualTo(600);
        assertThat(database.owner().fetchValue("select processor_name from dead_letter"))
                .isEqualTo(REPORT);
        database.owner().execute("delete from dead_letter");
        try (LiveProcessors live = new LiveProcessors(projections, history, source, transactions)) {
            awaitHead(Lane.PROCESSOR);
            awaitHead(REPORT);
            assertThat(live.running(REPORT)).isTrue();
        }
        String moved = database.content(projections.all());
        database.empty(projections.all());
        inOneLane(projections, FACTS.size());
        assertThat(moved).isEqualTo(database.content(projections.all()));
    }

    /** In its lane others are at another place already. */
    @Test
    void whatCannotGoOnWhereItWasIsMadeAgain() {
        Projections projections = Wired.projections();
        asBeforeLanes(projections, 600);
        token(REPORT, 300);
        database.owner()
                .execute("insert into projection_build (name, version, position, lane) values ('o', 1, 0, 'report')");
        moves(projections).carryOut();
        assertThat(builds.newer(projections.all())).containsExactly("o");
        assertThat(builds.outdated(projections.all()))
                .extracting(Projection::name)
                .containsExactly("metric");
        assertThat(positions.of(REPORT)).isEqualTo(300);
    }

    /** Its rows take their place in the lane in which they are made, and only then go on in another one. */
    @Test
    void whatIsBeingRebuiltIsMovedWhenItIsDone() throws Exception {
        Projections projections = Wired.projections();
        asBeforeLanes(projections, 600);
        MessageLog log =
                new MessageLog(history, message -> Fact.tenantOf(message).value());
        RebuildLock elsewhere = RebuildLock.take(dsl, List.of(projections.named("metric")));
        Thread watching = outdated(projections, log).start();
        try (LiveProcessors live = new LiveProcessors(projections, history, source, transactions)) {
            assertThat(builds.newer(projections.all())).containsExactly("metric");
            assertThat(positions.of(Lane.PROCESSOR)).as("it stands still").isEqualTo(600);
            elsewhere.close();
            watching.join();
            awaitHead(Lane.PROCESSOR);
            awaitHead(REPORT);
            assertThat(live.running(REPORT)).isTrue();
        }
        assertThat(builds.outdated(projections.all())).isEmpty();
        String moved = database.content(projections.all());
        database.empty(projections.all());
        inOneLane(projections, FACTS.size());
        assertThat(moved).isEqualTo(database.content(projections.all()));
    }

    private OutdatedProjections outdated(Projections projections, MessageLog log) {
        TransactionTemplate template = new TransactionTemplate(transactions.manager());
        RebuildPass pass = new RebuildPass(log, dsl, template, new HistoryFold.Resources(1, 1 << 20), step -> {});
        return new OutdatedProjections(
                projections,
                new Rebuild(projections, pass, log, Clock.systemUTC()),
                moves(projections),
                builds,
                positions,
                log,
                Duration.ofMillis(20));
    }

    @Test
    void aFoldThatHoldsPersonsDataSharesItsLane() {
        Breakable<OfContact, ContactViewRecord> apart = new Breakable<>(new ContactProjection(), "apart");
        assertThatIllegalArgumentException().isThrownBy(() -> new Projections(List.of(apart)));
    }

    private LaneMoves moves(Projections projections) {
        return new LaneMoves(projections, dsl, new TransactionTemplate(transactions.manager()));
    }

    /** As a release has left it that knew one lane for all. */
    private void asBeforeLanes(Projections projections, int position) {
        projections.all().forEach(projection -> builds.record(projection, 0));
        database.owner().execute("update projection_build set lane = ''");
        inOneLane(projections, position);
        token(Lane.PROCESSOR, position);
    }

    private void inOneLane(Projections projections, int end) {
        LiveFold fold = new LiveFold(new Lane(Lane.SHARED, projections.all()), Wired.NAMES, dsl);
        new Batches(fold, transactions).process(history.all().subList(0, end), unit -> {});
    }

    private void token(String processor, int position) {
        database.owner()
                .execute(
                        "insert into token_entry (processor_name, segment, timestamp, token_type, token) values (?, 0, '2026-01-01T00:00:00Z',"
                                + " 'org.axonframework.eventhandling.GlobalSequenceTrackingToken', convert_to(?, 'UTF8'))",
                        processor,
                        "{\"globalIndex\":" + position + "}");
    }

    private void letter() {
        database.owner()
                .execute("insert into dead_letter (letter_id, processor_name, projection, sequence_id, sequence_index,"
                        + " message_type, event_id, timestamp, payload_name, payload, enqueued_at)"
                        + " values ('l', 'projection.live', 'metric', 's', 1, 'projection', 'e', 't', 'n', '', 't')");
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHead(String processor) {
        await().atMost(60, SECONDS).until(() -> positions.of(processor) == FACTS.size());
    }
}
