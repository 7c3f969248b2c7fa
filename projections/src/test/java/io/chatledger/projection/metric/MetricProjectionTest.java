package io.chatledger.projection.metric;

import static io.chatledger.projection.metric.Counting.NOON;
import static io.chatledger.projection.metric.Counting.ONE;
import static io.chatledger.projection.metric.Counting.fold;
import static io.chatledger.projection.metric.Counting.in;
import static io.chatledger.projection.metric.Counting.known;
import static io.chatledger.projection.metric.Counting.out;
import static io.chatledger.projection.metric.Counting.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.projection.Facts;
import io.chatledger.projection.Projection.Partition;
import io.chatledger.projection.RowKey;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricProjectionTest {

    @Test
    void countsMessagesBothWays() {
        List<MetricViewRecord> rows = fold(ONE.opened(NOON), in(1, 0), out(2, Author.Type.agent, 5));
        for (int version : List.of(1, 2)) {
            assertThat(told(rows, "messages-in", version)).containsExactly("null 1 at 0 by 2");
            assertThat(told(rows, "messages-out", version)).containsExactly("human 1 at 5 by 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "revoke", "system"})
    void whatIsNoMessageOfItsOwnIsNotCountedInTheSecondVersion(String type) {
        List<MetricViewRecord> rows = fold(in(1, 0), Counting.addition(2, type, 5), in(3, 9));
        assertThat(told(rows, "messages-in", 1)).hasSize(3);
        assertThat(told(rows, "messages-in", 2)).containsExactly("null 1 at 0 by 1", "null 1 at 9 by 3");
    }

    @Test
    void aReactionOfOursIsNotCountedInTheSecondVersion() {
        List<MetricViewRecord> rows = fold(Counting.reaction(1, 0), out(2, Author.Type.agent, 5));
        assertThat(told(rows, "messages-out", 1)).hasSize(2);
        assertThat(told(rows, "messages-out", 2)).containsExactly("human 1 at 5 by 2");
    }

    @Test
    void countsBeginningsAndEndsOfConversations() {
        List<MetricViewRecord> rows = fold(
                ONE.opened(NOON),
                ONE.closed(NOON.plusSeconds(1)),
                ONE.reopened(NOON.plusSeconds(2)),
                ONE.closed(NOON.plusSeconds(3)),
                ONE.archived(NOON.plusSeconds(4)));
        assertThat(told(rows, "conversations-opened", 1)).containsExactly("new 1 at 0 by 1", "reopened 1 at 2 by 3");
        assertThat(told(rows, "conversations-resolved", 1)).containsExactly("null 1 at 1 by 2", "null 1 at 3 by 4");
    }

    @Test
    void aFailureThatIsKnownTwiceIsCountedOnceInEitherOrder() {
        ConversationEvent failed = ONE.failed(2, NOON.plusSeconds(1));
        ConversationEvent reported = ONE.reported(2, "failed", NOON.plusSeconds(1));
        ConversationEvent queued = out(2, Author.Type.agent, 0);
        assertThat(told(fold(queued, failed, reported), "delivery-failures", 1))
                .containsExactly("undeliverable 1 at 1 by 2");
        assertThat(told(fold(queued, reported, failed, reported), "delivery-failures", 1))
                .containsExactly("re-engagement 1 at 1 by 2");
    }

    @Test
    void aFailureOfAMessageThatNobodyKnowsIsCountedWithoutAConversation() {
        List<MetricViewRecord> rows = fold(ONE.status(4, "failed", NOON, null, NOON));
        assertThat(told(rows, "delivery-failures", 1)).containsExactly("re-engagement 1 at 0 by 1");
        assertThat(rows.getFirst().getConversationId()).isNull();
        assertThat(fold(ONE.status(4, "delivered", NOON, null, NOON))).isEmpty();
    }

    @Test
    void rememberedFailuresAreLimited() {
        List<ConversationEvent> events = new ArrayList<>();
        for (int message = 1; message <= 300; message++) {
            events.add(ONE.failed(message, NOON));
        }
        Map<String, MetricViewRecord> states = new HashMap<>();
        assertThat(fold(states, events)).hasSize(300);
        assertThat(Memory.read(known(states.get("conversation:" + ONE.id().key()))
                                .getMemory())
                        .marks())
                .hasSize(100);
    }

    @Test
    void everythingKnowsItsChannelAndConversation() {
        List<MetricViewRecord> rows =
                fold(ONE.opened(NOON), in(1, 0), ONE.reported(9, "failed", NOON), ONE.closed(NOON));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getChannelId()).isEqualTo(ONE.channel().key());
            assertThat(row.getConversationId()).isEqualTo(ONE.id().key());
        });
        assertThat(Counting.PROJECTION.partition()).isEqualTo(Partition.BY_TENANT);
    }

    @Test
    void theRowThatIsFoldedStaysAsItWas() {
        MetricViewRecord row = known(Counting.PROJECTION.fold(
                null,
                in(1, 0),
                new RowKey(Facts.TENANT.value(), "conversation:" + ONE.id().key())));
        String before = row.formatJSON();
        Counting.PROJECTION.fold(row, out(2, Author.Type.agent, 3), RowKey.of(row));
        assertThat(row.formatJSON()).isEqualTo(before);
    }
}
