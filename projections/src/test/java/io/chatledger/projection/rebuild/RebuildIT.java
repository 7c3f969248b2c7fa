package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.projection.Fact;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.rebuild.RebuildPass.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        rig.begin(FACTS.subList(0, 6_000));
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
        rig.begin(FACTS.subList(0, 7_000));
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
        rig.begin(FACTS.subList(0, 3_000));
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
        rig.begin(FACTS.subList(0, 1_000));
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
        rig.begin(FACTS.subList(0, 1_000));
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
        rig.begin(FACTS.subList(0, 1_000));
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
}
