package io.chatledger.projection.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.projection.Facts;
import io.chatledger.projection.SampleConversation;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastMessageTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleConversation one = new SampleConversation(Facts.TENANT, 1);

    @Test
    void isTheLastOfTheThreadAndNotTheLastThatWasHeardOf() {
        ConversationViewRecord row = fold(
                text(1, "new", NOON, NOON.plusSeconds(1)),
                text(2, "late", NOON.minusSeconds(3_600), NOON.plusSeconds(2)));
        assertThat(row.getLastMessagePreview()).isEqualTo("new");
        assertThat(row.getUnreadCount()).isEqualTo(2);
        assertThat(row.getMessageCount()).isEqualTo(2);
    }

    @Test
    void aMessageFromTheFutureIsTheLastOnlyUntilTheNext() {
        Instant future = NOON.plus(Duration.ofDays(365));
        ConversationViewRecord row = fold(text(1, "future", future, NOON));
        assertThat(row.getLastMessageAt()).isEqualTo(future);
        assertThat(row.getUpdatedAt()).isEqualTo(NOON);
        assertThat(fold(text(1, "future", future, NOON), text(2, "next", NOON, NOON.plusSeconds(1)))
                        .getLastMessagePreview())
                .isEqualTo("next");
        assertThat(fold(
                                text(1, "future", future, NOON),
                                one.queued(2, "answer", Author.Type.agent, NOON.plusSeconds(1)))
                        .getLastMessagePreview())
                .isEqualTo("answer");
    }

    @Test
    void aMessageThatComesLateMovesItsConversationOnlyAsFarAsItsTime() {
        assertThat(fold(text(1, "late", NOON.minusSeconds(60), NOON)).getUpdatedAt())
                .isEqualTo(NOON.minusSeconds(60).plusMillis(999));
        Instant after = NOON.plusSeconds(5);
        assertThat(fold(one.closed(after), text(1, "late", NOON.minusSeconds(60), NOON.plusSeconds(9)))
                        .getUpdatedAt())
                .isEqualTo(after);
    }

    @Test
    void ofTheSameMomentTheOneThatCameLaterIsTheLast() {
        assertThat(fold(text(1, "a", NOON, NOON.plusSeconds(9)), text(2, "b", NOON, NOON.plusSeconds(9)))
                        .getLastMessagePreview())
                .isEqualTo("b");
        assertThat(fold(text(2, "b", NOON, NOON.plusSeconds(9)), text(1, "a", NOON, NOON.plusSeconds(9)))
                        .getLastMessagePreview())
                .isEqualTo("b");
    }

    @Test
    void isTheLastRowOfTheThreadInAnyOrder() {
        List<OfConversation> events = new ArrayList<>();
        for (int message = 1; message <= 12; message++) {
            Instant sent = NOON.plusSeconds((message * 7L) % 12 - 6);
            events.add(text(message, "m" + message, sent, NOON.plusNanos(message * 1_111L)));
        }
        MessageViewRecord last = events.stream()
                .map(event -> Facts.fold(new MessageProjection(), List.of(event)))
                .max((a, b) -> a.getOrderAt().equals(b.getOrderAt())
                        ? a.getSequence().compareTo(b.getSequence())
                        : a.getOrderAt().compareTo(b.getOrderAt()))
                .orElseThrow();
        assertThat(fold(events.toArray(OfConversation[]::new)).getLastMessageId())
                .isEqualTo(last.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "revoke", "system"})
    void whatBelongsToAMessageIsNeitherUnreadNorTheLastNorCounted(String type) {
        MessageContent content = new MessageContent(type, "👍", null, null, null, null);
        ConversationViewRecord row =
                fold(text(1, "hi", NOON, NOON), one.received(2, content, NOON.plusSeconds(9), NOON.plusSeconds(9)));
        assertThat(row.getLastMessagePreview()).isEqualTo("hi");
        assertThat(row.getUnreadCount()).isEqualTo(1);
        assertThat(row.getUpdatedAt()).isEqualTo(NOON);
        assertThat(row.getMessageCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupported", "edit", "sticker"})
    void whatSomebodySaysIsBoth(String type) {
        MessageContent content = new MessageContent(type, null, null, null, null, null);
        ConversationViewRecord row =
                fold(text(1, "hi", NOON, NOON), one.received(2, content, NOON.plusSeconds(9), NOON.plusSeconds(9)));
        assertThat(row.getLastMessageType()).isEqualTo(type);
        assertThat(row.getUnreadCount()).isEqualTo(2);
    }

    @Test
    void theProvidersWordAboutAPersonOpensNoWindow() {
        MessageContent content = new MessageContent("system", "changed", null, null, null, null);
        assertThat(fold(one.received(1, content, NOON, NOON)).getWindowClosesAt())
                .isNull();
    }

    /** On a channel without a window, too, by which nobody could tell. */
    @Test
    void aReactionIsAnActivityAndTheProvidersWordIsNone() {
        MessageContent reaction = new MessageContent("reaction", "!", null, null, null, null);
        MessageContent system = new MessageContent("system", "changed", null, null, null, null);
        assertThat(fold(text(1, "hi", NOON, NOON), one.received(2, reaction, NOON.plusSeconds(9), NOON.plusSeconds(9)))
                        .getActiveAt())
                .isEqualTo(NOON.plusSeconds(9));
        assertThat(fold(one.received(1, system, NOON, NOON)).getActiveAt()).isNull();
        assertThat(fold(text(1, "hi", NOON, NOON), text(2, "earlier", NOON.minusSeconds(9), NOON))
                        .getActiveAt())
                .isEqualTo(NOON);
    }

    private OfConversation text(int message, String text, Instant sentAt, Instant at) {
        return one.received(message, MessageContent.ofText(text), sentAt, at);
    }

    private ConversationViewRecord fold(OfConversation... more) {
        List<OfConversation> events = new ArrayList<>(List.of(one.opened(NOON)));
        events.addAll(List.of(more));
        return Facts.fold(new ConversationProjection(), events);
    }
}
