package io.chatledger.projection.live;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static io.chatledger.readmodel.generated.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.projection.Batches;
import io.chatledger.projection.Database;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Facts;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SampleConversation;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.SpringTransactions;
import io.chatledger.projection.Wired;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.support.JdbcTransactionManager;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFoldIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleConversation one = new SampleConversation(Facts.TENANT, 1);
    private Database database;
    private DSLContext dsl;
    private SpringTransactions transactions;
    private Projections projections;
    private LiveFold fold;
    private Batches batches;

    @BeforeAll
    void start() {
        database = new Database();
        DataSource source = database.as("chatledger_projection");
        dsl = Wired.dsl(source);
        projections = Wired.projections();
        transactions = new SpringTransactions(new JdbcTransactionManager(source));
        fold = new LiveFold(new Lane(Lane.SHARED, projections.all()), Wired.NAMES, dsl);
        batches = new Batches(fold, transactions);
    }

    @BeforeEach
    void empty() {
        database.empty(projections.all());
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @Test
    void theSizeOfBatchesMakesNoDifference() {
        RecordedEvents history = history(SampleHistory.of(1, 900));
        inBatches(history, 1);
        String singly = database.content(projections.all());
        database.empty(projections.all());
        inBatches(history, 400);
        assertThat(database.content(projections.all())).isEqualTo(singly).contains("shop-b", "añejo \ufffd nul");
    }

    @Test
    void aUnitOfWorkWritesItsEventsWhenItCommits() {
        UnitOfWork<EventMessage<?>> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        events().forEach(event -> fold.handle(event, Segment.ROOT_SEGMENT));
        assertThat(database.owner().fetchCount(MESSAGE_VIEW)).isZero();
        unit.commit();
        assertThat(database.owner().fetchCount(MESSAGE_VIEW)).isEqualTo(1);
    }

    @Test
    void rowsAndTokenAreWrittenTogetherOrNotAtAll() {
        assertThatThrownBy(() -> batches.process(events(), unit -> {
                    unit.onPrepareCommit(u -> storeToken());
                    unit.onPrepareCommit(u -> u.onPrepareCommit(late -> {
                        throw new IllegalStateException("the power fails");
                    }));
                }))
                .hasMessage("the power fails");
        assertThat(database.owner().fetchCount(MESSAGE_VIEW)).isZero();
        assertThat(database.owner().fetchCount(TOKEN_ENTRY)).isZero();
        batches.process(events(), unit -> unit.onPrepareCommit(u -> storeToken()));
        assertThat(database.owner().fetchCount(MESSAGE_VIEW)).isEqualTo(1);
        assertThat(database.owner().fetchCount(TOKEN_ENTRY)).isEqualTo(1);
    }

    @Test
    void listenersHearWhatHasChangedAndHowFarItIs() throws SQLException {
        try (Connection listener = database.as("chatledger_query").getConnection()) {
            listener.createStatement().execute("listen read_model");
            batches.process(events(), unit -> {});
            assertThat(heard(listener))
                    .containsExactly(
                            "conversation_view|shop-a|" + one.id().key(),
                            "message_view|shop-a|" + one.id().key(),
                            "metric_view|shop-a|*",
                            "position|projection.live|2");
        }
    }

    private List<TrackedEventMessage<?>> events() {
        MessageContent content = MessageContent.ofText("¡MAÑANA sí!");
        return history(List.of(
                        new Fact(Facts.TENANT, one.opened(NOON)),
                        new Fact(Facts.TENANT, one.received(1, content, NOON, NOON))))
                .all();
    }

    private static RecordedEvents history(List<Fact> facts) {
        RecordedEvents history = new RecordedEvents();
        history.record(facts);
        return history;
    }

    private void inBatches(RecordedEvents history, int size) {
        List<TrackedEventMessage<?>> all = history.all();
        for (int from = 0; from < all.size(); from += size) {
            batches.process(all.subList(from, Math.min(from + size, all.size())), unit -> {});
        }
    }

    private void storeToken() {
        dsl.insertInto(TOKEN_ENTRY)
                .columns(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.SEGMENT, TOKEN_ENTRY.TIMESTAMP)
                .values(Lane.PROCESSOR, 0, "now")
                .execute();
    }

    private static List<String> heard(Connection listener) throws SQLException {
        PGNotification[] notifications = listener.unwrap(PGConnection.class).getNotifications(5_000);
        return Stream.of(notifications).map(PGNotification::getParameter).toList();
    }
}
