package io.chatledger.projection.metric;

import static io.chatledger.projection.metric.Counting.NOON;
import static io.chatledger.projection.metric.Counting.ONE;
import static io.chatledger.projection.metric.Counting.fold;
import static io.chatledger.projection.metric.Counting.in;
import static io.chatledger.projection.metric.Counting.out;
import static io.chatledger.projection.metric.Counting.received;
import static io.chatledger.projection.metric.Counting.told;
import static io.chatledger.projection.metric.Counting.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstResponseTimeTest {

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
                ONE.closed(NOON.plusSeconds(10)),
                ONE.reopened(NOON.plusSeconds(20)),
                in(2, 100),
                out(3, Author.Type.agent, 130));
        assertThat(told(rows, "first-response-time", 1)).containsExactly("human 130000 at 130 by 5 since 1");
        assertThat(told(rows, "first-response-time", 2)).containsExactly("human 30000 at 130 by 5 since 4");
    }

    @Test
    void nobodyWaitsForAnAnswerToAReactionInTheThirdVersion() {
        List<MetricViewRecord> rows =
                fold(Counting.addition(1, "reaction", 0), in(2, 100), out(3, Author.Type.agent, 130));
        assertThat(told(rows, "first-response-time", 2)).containsExactly("human 130000 at 130 by 3 since 1");
        assertThat(told(rows, "first-response-time", 3)).containsExactly("human 30000 at 130 by 3 since 2");
    }

    @Test
    void aReactionAnswersNothingInTheThirdVersion() {
        List<MetricViewRecord> rows =
                fold(in(1, 0), Counting.reaction(2, 5), out(3, Author.Type.bot, 7), out(4, Author.Type.agent, 30));
        assertThat(told(rows, "first-response-time", 2)).containsExactly("human 5000 at 5 by 2 since 1");
        assertThat(told(rows, "first-response-time", 3))
                .containsExactly("bot 7000 at 7 by 3 since 1", "human 30000 at 30 by 4 since 1");
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
}
