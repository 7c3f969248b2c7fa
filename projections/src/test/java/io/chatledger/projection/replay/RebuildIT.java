package io.chatledger.projection.replay;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Fact;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.replay.RebuildPass.Step;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final List<Fact> FACTS = SampleHistory.of(7, 14_000);

    private final RebuildRig rig = new RebuildRig();

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aRebuildGivesTheBytesThatLiveExecutionGave() throws Exception {
        begin(6_000);
        String live = rig.content();
        String definition = rig.definition();
        rig.projections
                .all()
                .forEach(projection ->
                        rig.database.owner().truncate(projection.table()).execute());
        RebuildProgress end = rig.rebuild.start(rig.names()).get(60, SECONDS);
        assertThat(end.state()).isEqualTo(RebuildProgress.State.done);
        assertThat(end.processed()).isEqualTo(6_000);
        assertThat(end.secondsLeft()).isZero();
        assertThat(rig.content()).isEqualTo(live);
        assertThat(rig.definition()).isEqualTo(definition).contains("message_view_search", "message_view_by_tenant");
        assertThat(rig.tables("rebuild")).isEmpty();
    }

    @Test
    void eventsThatArriveDuringARebuildAreFoldedOnce() throws Exception {
        begin(7_000);
        CompletableFuture<RebuildProgress> end = rig.rebuild.start(List.of("conversation", "message"));
        for (int from = 7_000; from < FACTS.size(); from += 100) {
            rig.record(FACTS.subList(from, from + 100));
        }
        assertThat(end.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
        rig.awaitCurrent();
        String live = rig.content();
        rig.rebuild.start(rig.names()).get(60, SECONDS);
        assertThat(rig.content()).isEqualTo(live);
    }

    @Test
    void whatComesAfterTheRowsWereCopiedIsFoldedIntoThem() throws Exception {
        begin(3_000);
        Steps.Held held = rig.steps.holdAt(Step.indexed);
        CompletableFuture<RebuildProgress> end = rig.rebuild.start(rig.names());
        held.awaitReached();
        rig.record(FACTS.subList(3_000, 6_000));
        rig.awaitCurrent();
        String live = rig.content();
        held.goOn();
        assertThat(end.get(60, SECONDS).processed()).isEqualTo(6_000);
        assertThat(rig.content()).isEqualTo(live);
    }

    @Test
    void readersSeeAllTheOldRowsUntilAllTheNewOnesAreThere() throws Exception {
        begin(1_000);
        rig.database.owner().deleteFrom(CONVERSATION_VIEW).execute();
        Steps.Held held = rig.steps.holdAt(Step.indexed);
        CompletableFuture<RebuildProgress> end = rig.rebuild.start("conversation");
        held.awaitReached();
        assertThat(rig.database.owner().fetchCount(CONVERSATION_VIEW)).isZero();
        held.goOn();
        end.get(60, SECONDS);
        assertThat(rig.database.owner().fetchCount(CONVERSATION_VIEW)).isPositive();
    }

    @Test
    void aReaderWhoTakesLongDelaysTheExchangeAndNobodyElse() throws Exception {
        begin(1_000);
        CompletableFuture<RebuildProgress> end = rig.database.owner().transactionResult(reader -> {
            reader.dsl().fetchCount(CONVERSATION_VIEW);
            CompletableFuture<RebuildProgress> started = rig.rebuild.start("conversation");
            rig.record(FACTS.subList(1_000, 2_000));
            rig.awaitCurrent();
            assertThat(started).isNotDone();
            return started;
        });
        assertThat(end.get(60, SECONDS).processed()).isEqualTo(2_000);
    }

    @Test
    void whatWasDiscardedIsLeftOutAndTheLettersAreVoid() throws Exception {
        begin(1_000);
        Fact opening = FACTS.stream()
                .filter(fact -> fact.event() instanceof ConversationOpened)
                .findFirst()
                .orElseThrow();
        String opened = ((ConversationOpened) opening.event()).conversationId().key();
        rig.database
                .owner()
                .execute(
                        "insert into dead_letter_discard (projection, position, event_id) values ('conversation', ?, 'e')",
                        FACTS.indexOf(opening) + 1);
        rig.database
                .owner()
                .execute(
                        "insert into dead_letter (letter_id, processor_name, projection, sequence_id, sequence_index,"
                                + " message_type, event_id, timestamp, payload_name, payload, enqueued_at)"
                                + " values ('l', 'projection.live', 'conversation', 's', 1, 'projection', 'e', 't', 'n', '', 't')");

        rig.rebuild.start(rig.names()).get(60, SECONDS);

        assertThat(rig.database.owner().fetchExists(CONVERSATION_VIEW, CONVERSATION_VIEW.ID.eq(opened)))
                .isFalse();
        assertThat(rig.database.owner().fetchCount(DEAD_LETTER)).isZero();
    }

    @Test
    void aRebuildThatIsCancelledLeavesTheRowsAsTheyWere() throws Exception {
        begin(1_000);
        String live = rig.content();
        Steps.Held held = rig.steps.holdAt(Step.created);
        CompletableFuture<RebuildProgress> end = rig.rebuild.start(List.of("contact", "conversation"));
        held.awaitReached();
        rig.rebuild.cancel("contact");
        held.goOn();
        assertThat(end.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.cancelled);
        assertThat(rig.content()).isEqualTo(live);
        assertThat(rig.tables("rebuild")).isEmpty();
        assertRefused("rebuild-not-running", () -> rig.rebuild.cancel("contact"));
        assertThat(rig.rebuild.start("contact").get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
    }

    @Test
    void oneRebuildOfAProjectionRunsAtATime() throws Exception {
        begin(1_000);
        Steps.Held held = rig.steps.holdAt(Step.created);
        CompletableFuture<RebuildProgress> first = rig.rebuild.start("contact");
        held.awaitReached();
        assertRefused("rebuild-running", () -> rig.rebuild.start("contact"));
        assertRefused("rebuild-running", () -> rig.rebuild.start(List.of("channel", "contact")));
        assertRefused("not-found", () -> rig.rebuild.start("weather"));
        assertThat(rig.statuses.of("contact").status()).isEqualTo(ProjectionStatus.State.rebuilding);
        RebuildProgress elsewhere = rig.rebuild(rig.database.as("chatledger_projection"), new Steps())
                .start("contact")
                .get(60, SECONDS);
        assertThat(elsewhere.reason()).isEqualTo("rebuild-running");
        held.goOn();
        assertThat(first.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
    }

    @Test
    void theOldRowsAreKeptUntilTheyAreDroppedOrReplaced() throws Exception {
        begin(1_000);
        assertThat(rig.statuses.of("contact").previousKept()).isFalse();
        rig.database.owner().deleteFrom(CONTACT_VIEW).execute();
        rig.rebuild.start("contact").get(60, SECONDS);
        assertThat(rig.statuses.of("contact").previousKept()).isTrue();
        assertThat(retired(CONTACT_VIEW)).isZero();
        rig.rebuild.start("contact").get(60, SECONDS);
        assertThat(retired(CONTACT_VIEW)).isEqualTo(rig.database.owner().fetchCount(CONTACT_VIEW));
        rig.statuses.dropPrevious("contact");
        assertThat(rig.statuses.of("contact").previousKept()).isFalse();
        assertThat(rig.tables("retired")).isEmpty();
    }

    @Test
    void aProjectionWhoseCodeHasChangedIsRebuiltWhenAProcessStarts() throws Exception {
        begin(1_000);
        rig.projections.all().forEach(projection -> new Builds(rig.dsl).record(projection, 0));
        String live = rig.content();
        Builds builds = new Builds(rig.dsl);
        rig.projections.all().forEach(projection -> builds.record(projection, 0));
        rig.outdated().start().join();
        assertThat(rig.rebuild.progress("contact")).isNull();
        rig.database.owner().execute("update projection_build set version = 0 where name = 'contact'");
        rig.database.owner().execute("delete from projection_build where name = 'channel'");
        rig.database.owner().deleteFrom(CONTACT_VIEW).execute();
        rig.outdated().start().join();
        assertThat(rig.content()).isEqualTo(live);
        assertThat(Objects.requireNonNull(rig.rebuild.progress("channel")).state())
                .isEqualTo(RebuildProgress.State.done);
        assertThat(rig.rebuild.progress("message")).isNull();
        rig.outdated().start().join();
        assertThat(rig.tables("retired")).containsExactly("channel_view", "contact_view");
    }

    private void begin(int events) {
        rig.record(FACTS.subList(0, events));
        rig.awaitCurrent();
    }

    private int retired(Table<?> view) {
        return Objects.requireNonNull(rig.database.owner().fetchOne("select count(*) from retired." + view.getName()))
                .get(0, Integer.class);
    }

    private static void assertRefused(String code, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
