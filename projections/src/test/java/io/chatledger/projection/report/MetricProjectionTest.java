package io.chatledger.projection.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Facts;
import io.chatledger.projection.Folded;
import io.chatledger.projection.Projection.Partition;
import io.chatledger.projection.SampleConversation;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleConversation one = new SampleConversation(Facts.TENANT, 1);
    private final MetricProjection projection = new MetricProjection();

    @Test
    void countsMessagesBothWays() {
        List<MetricViewRecord> rows = fold(one.opened(NOON), in(1, 0), out(2, Author.Type.agent, 5));
        assertThat(told(rows, "messages-in", 1)).containsExactly("null 1 at 0 by 2");
        assertThat(told(rows, "messages-out", 1)).containsExactly("human 1 at 5 by 3");
    }

    @Test
    void whoeverRepliesFirstAnswersEverythingBeforeItInTheFirstVersion() {
        List<MetricViewRecord> rows = fold(
                in(1, 0),
                in(2, 10),
                out(3, Author.Type.bot, 12),
                out(4, Author.Type.agent, 60),
                in(5, 100),
                out(6, Author.Type.agent, 130));
        assertThat(told(rows, "first-response-time", 1))
                .containsExactly("bot 12000 at 12 by 3 since 1", "human 30000 at 130 by 6 since 5");
    }

    @Test
    void aBotDoesNotEndTheWaitForAHumanInTheSecondVersion() {
        List<MetricViewRecord> rows = fold(
                in(1, 0),
                in(2, 10),
                out(3, Author.Type.bot, 12),
                out(4, Author.Type.agent, 60),
                out(5, Author.Type.bot, 70),
                in(6, 100),
                out(7, Author.Type.agent, 130),
                out(8, Author.Type.bot, 140));
        assertThat(told(rows, "first-response-time", 2))
                .containsExactly(
                        "bot 12000 at 12 by 3 since 1",
                        "human 60000 at 60 by 4 since 1",
                        "human 30000 at 130 by 7 since 6");
    }

    @Test
    void closingEndsTheWaitInTheSecondVersionOnly() {
        List<MetricViewRecord> rows = fold(
                in(1, 0),
                one.closed(NOON.plusSeconds(10)),
                one.reopened(NOON.plusSeconds(20)),
                in(2, 100),
                out(3, Author.Type.agent, 130));
        assertThat(told(rows, "first-response-time", 1)).containsExactly("human 130000 at 130 by 5 since 1");
        assertThat(told(rows, "first-response-time", 2)).containsExactly("human 30000 at 130 by 5 since 4");
    }

    @Test
    void theSystemAnswersNothing() {
        List<MetricViewRecord> rows = fold(in(1, 0), out(2, Author.Type.system, 1), out(3, Author.Type.agent, 9));
        assertThat(told(rows, "first-response-time", 1)).containsExactly("human 9000 at 9 by 3 since 1");
        assertThat(told(rows, "first-response-time", 2)).containsExactly("human 9000 at 9 by 3 since 1");
        assertThat(told(rows, "messages-out", 1)).containsExactly("system 1 at 1 by 2", "human 1 at 9 by 3");
    }

    @Test
    void waitingBeginsWithTheMessageThatWasSentFirstWhicheverComesInFirst() {
        ConversationEvent late = received(1, NOON.minusSeconds(500), NOON);
        ConversationEvent soon = received(2, NOON.minusSeconds(100), NOON);
        ConversationEvent reply = out(3, Author.Type.agent, 0);
        assertThat(values(fold(late, soon, reply), "first-response-time")).containsOnly(499_001L);
        assertThat(values(fold(soon, late, reply), "first-response-time")).containsOnly(499_001L);
    }

    @Test
    void clocksThatDisagreeMakeNoNegativeTime() {
        ConversationEvent future = received(1, NOON.plusSeconds(900), NOON);
        assertThat(values(fold(future, out(2, Author.Type.agent, -3)), "first-response-time"))
                .containsOnly(0L);
    }

    @Test
    void countsBeginningsAndEndsOfConversations() {
        List<MetricViewRecord> rows = fold(
                one.opened(NOON),
                one.closed(NOON.plusSeconds(1)),
                one.reopened(NOON.plusSeconds(2)),
                one.closed(NOON.plusSeconds(3)),
                one.archived(NOON.plusSeconds(4)));
        assertThat(told(rows, "conversations-opened", 1)).containsExactly("new 1 at 0 by 1", "reopened 1 at 2 by 3");
        assertThat(told(rows, "conversations-resolved", 1)).containsExactly("null 1 at 1 by 2", "null 1 at 3 by 4");
    }

    @Test
    void aFailureThatIsKnownTwiceIsCountedOnceInEitherOrder() {
        ConversationEvent failed = one.failed(2, NOON.plusSeconds(1));
        ConversationEvent reported = one.reported(2, "failed", NOON.plusSeconds(1));
        ConversationEvent queued = out(2, Author.Type.agent, 0);
        assertThat(told(fold(queued, failed, reported), "delivery-failures", 1))
                .containsExactly("undeliverable 1 at 1 by 2");
        assertThat(told(fold(queued, reported, failed, reported), "delivery-failures", 1))
                .containsExactly("re-engagement 1 at 1 by 2");
    }

    @Test
    void aFailureOfAMessageThatNobodyKnowsIsCountedWithoutAConversation() {
        List<MetricViewRecord> rows = fold(one.status(4, "failed", NOON, null, NOON));
        assertThat(told(rows, "delivery-failures", 1)).containsExactly("re-engagement 1 at 0 by 1");
        assertThat(rows.getFirst().getConversationId()).isNull();
        assertThat(fold(one.status(4, "delivered", NOON, null, NOON))).isEmpty();
    }

    @Test
    void rememberedFailuresAreLimited() {
        List<ConversationEvent> events = new ArrayList<>();
        for (int message = 1; message <= 300; message++) {
            events.add(one.failed(message, NOON));
        }
        Map<String, MetricViewRecord> states = new HashMap<>();
        assertThat(fold(states, events)).hasSize(300);
        assertThat(Memory.read(known(states.get(one.id().key())).getMemory()).marks())
                .hasSize(100);
    }

    @Test
    void everythingKnowsItsChannelAndConversation() {
        List<MetricViewRecord> rows =
                fold(one.opened(NOON), in(1, 0), one.reported(9, "failed", NOON), one.closed(NOON));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getChannelId()).isEqualTo(one.channel().key());
            assertThat(row.getConversationId()).isEqualTo(one.id().key());
        });
        assertThat(projection.partition()).isEqualTo(Partition.BY_TENANT);
    }

    @Test
    void theRowThatIsFoldedStaysAsItWas() {
        MetricViewRecord row = known(projection.fold(null, in(1, 0), Facts.TENANT));
        String before = row.formatJSON();
        projection.fold(row, out(2, Author.Type.agent, 3), Facts.TENANT);
        assertThat(row.formatJSON()).isEqualTo(before);
    }

    private List<MetricViewRecord> fold(ConversationEvent... events) {
        return fold(new HashMap<>(), List.of(events));
    }

    private List<MetricViewRecord> fold(Map<String, MetricViewRecord> states, List<ConversationEvent> events) {
        List<MetricViewRecord> counted = new ArrayList<>();
        long position = 0;
        for (ConversationEvent event : events) {
            position++;
            String id = projection.id(event);
            if (id != null) {
                Folded<MetricViewRecord> folded =
                        projection.fold(states.get(id), event, new Fact(Facts.TENANT, event, position));
                states.put(id, known(folded.row()));
                counted.addAll(folded.added());
            }
        }
        return counted;
    }

    private static List<String> told(List<MetricViewRecord> rows, String metric, int version) {
        return rows.stream()
                .filter(row -> row.getMetric().equals(metric) && row.getVersion() == version)
                .map(row -> row.getDetail() + " " + row.getValue() + " at "
                        + (row.getAt().getEpochSecond() - NOON.getEpochSecond()) + " by " + row.getPosition()
                        + (row.getSincePosition() == null ? "" : " since " + row.getSincePosition()))
                .toList();
    }

    private static List<Long> values(List<MetricViewRecord> rows, String metric) {
        return rows.stream()
                .filter(row -> row.getMetric().equals(metric))
                .map(MetricViewRecord::getValue)
                .toList();
    }

    private static MetricViewRecord known(@Nullable MetricViewRecord row) {
        return Objects.requireNonNull(row);
    }

    private ConversationEvent in(int message, long second) {
        return received(message, NOON.plusSeconds(second), NOON.plusSeconds(second));
    }

    private ConversationEvent received(int message, Instant sentAt, Instant at) {
        return one.received(message, MessageContent.ofText("hi"), sentAt, at);
    }

    private ConversationEvent out(int message, Author.Type author, long second) {
        return one.queued(message, "hello", author, NOON.plusSeconds(second));
    }
}
