package io.chatledger.projection.replay;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Database;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.ProjectionConfiguration;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.SpringTransactions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;

class RebuildIT {

    private static final List<Fact> FACTS = SampleHistory.of(7, 14_000);

    private final RecordedEvents history = new RecordedEvents();
    private Database database;
    private AnnotationConfigApplicationContext context;
    private Projections projections;
    private Gate processors;

    @BeforeEach
    void start() {
        database = new Database();
        DataSource source = database.as("chatledger_projection");
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        context = new AnnotationConfigApplicationContext();
        context.registerBean("projectionDataSource", DataSource.class, () -> source);
        context.registerBean("projectionTransactions", JdbcTransactionManager.class, () -> transactions);
        context.registerBean(RecordedEvents.class, () -> history);
        context.registerBean(
                Gate.class,
                () -> new Gate(new LiveProcessors(
                        context.getBean(Projections.class), history, source, new SpringTransactions(transactions))));
        context.register(ProjectionConfiguration.class, ReplayConfiguration.class);
        context.refresh();
        projections = context.getBean(Projections.class);
        processors = context.getBean(Gate.class);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        database.close();
    }

    @Test
    void aRebuildGivesTheBytesThatLiveExecutionGave() throws Exception {
        history.record(FACTS.subList(0, 6_000));
        awaitCurrent();
        String live = database.content(projections.all());
        for (Projection<?, ?> projection : projections.all()) {
            database.owner().truncate(projection.table()).execute();
            RebuildProgress end = rebuild().start(projection.name()).get(60, SECONDS);
            assertThat(end.state()).isEqualTo(RebuildProgress.State.done);
            assertThat(end.processed()).isEqualTo(6_000);
        }
        assertThat(database.content(projections.all())).isEqualTo(live);
        assertThat(leftOvers()).isZero();
    }

    @Test
    void eventsThatArriveDuringARebuildAreFoldedOnce() throws Exception {
        history.record(FACTS.subList(0, 7_000));
        awaitCurrent();
        CompletableFuture<RebuildProgress> end = rebuild().start("conversation");
        for (int from = 7_000; from < FACTS.size(); from += 100) {
            history.record(FACTS.subList(from, from + 100));
        }
        assertThat(end.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
        awaitCurrent();
        String live = database.content(CONVERSATION_VIEW);
        rebuild().start("conversation").get(60, SECONDS);
        assertThat(database.content(CONVERSATION_VIEW)).isEqualTo(live);
        assertThat(processed()).isEqualTo(FACTS.size());
    }

    @Test
    void aRebuildThatFailsLeavesTheRowsAndTheProcessorAsTheyWere() throws Exception {
        history.record(FACTS.subList(0, 1_000));
        awaitCurrent();
        String live = database.content(CONVERSATION_VIEW);
        processors.failing = true;
        RebuildProgress end = rebuild().start("conversation").get(60, SECONDS);
        assertThat(end.state()).isEqualTo(RebuildProgress.State.failed);
        assertThat(end.reason()).isEqualTo("internal-error");
        assertThat(database.content(CONVERSATION_VIEW)).isEqualTo(live);
        assertThat(processors.running(Projections.PROCESSOR)).isTrue();
        processors.failing = false;
        assertThat(rebuild().start("conversation").get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
        assertThat(database.content(CONVERSATION_VIEW)).isEqualTo(live);
    }

    @Test
    void oneRebuildOfAProjectionRunsAtATime() throws Exception {
        history.record(FACTS.subList(0, 1_000));
        awaitCurrent();
        processors.gate = new CountDownLatch(1);
        CompletableFuture<RebuildProgress> first = rebuild().start("contact");
        assertThatThrownBy(() -> rebuild().start("contact"))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("rebuild-running"));
        assertThat(statuses().of("contact").status()).isEqualTo(ProjectionStatus.State.rebuilding);
        assertThatThrownBy(() -> rebuild().start("weather")).isInstanceOf(DomainProblem.class);
        processors.gate.countDown();
        assertThat(first.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
    }

    @Test
    void readersSeeAllTheOldRowsUntilAllTheNewOnesAreThere() throws Exception {
        history.record(FACTS.subList(0, 1_000));
        awaitCurrent();
        int rows = database.owner().fetchCount(CONVERSATION_VIEW);
        processors.gate = new CountDownLatch(1);
        CompletableFuture<RebuildProgress> end = rebuild().start("conversation");
        await().until(() -> processed() == 1_000);
        assertThat(database.owner().fetchCount(CONVERSATION_VIEW)).isEqualTo(rows);
        processors.gate.countDown();
        end.get(60, SECONDS);
        assertThat(database.owner().fetchCount(CONVERSATION_VIEW)).isEqualTo(rows);
    }

    private Rebuild rebuild() {
        return context.getBean(Rebuild.class);
    }

    private long processed() {
        return Objects.requireNonNull(rebuild().progress("conversation")).processed();
    }

    private ProjectionStatuses statuses() {
        return context.getBean(ProjectionStatuses.class);
    }

    private int leftOvers() {
        return database.owner().fetchCount(DSL.table("pg_tables"), DSL.condition("schemaname = 'rebuild'"));
    }

    private void awaitCurrent() {
        await().atMost(60, SECONDS)
                .until(() -> statuses().all().stream()
                        .allMatch(one -> one.status() == ProjectionStatus.State.current && one.position() > 0));
    }
}
