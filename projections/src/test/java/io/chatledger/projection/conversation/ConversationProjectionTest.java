package io.chatledger.projection.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.projection.Facts;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.SampleConversation;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleConversation one = new SampleConversation(Facts.TENANT, 1);

    @Test
    void beginsOpenAndWithTheBot() {
        ConversationViewRecord row = fold();
        assertThat(row.getStatus()).isEqualTo("open");
        assertThat(row.getOwner()).isEqualTo("bot");
        assertThat(row.getNotes().data()).isEqualTo("[]");
    }

    @Test
    void isUnreadUntilItIsReadOrAnAgentAnswers() {
        assertThat(fold(received(1, NOON), received(2, NOON)).getUnreadCount()).isEqualTo(2);
        assertThat(fold(received(1, NOON), one.read(NOON)).getUnreadCount()).isZero();
        assertThat(fold(received(1, NOON), queued(2, Author.Type.agent)).getUnreadCount())
                .isZero();
        assertThat(fold(received(1, NOON), queued(2, Author.Type.bot)).getUnreadCount())
                .isEqualTo(1);
    }

    @Test
    void isInProgressOnceAPersonTakesItUp() {
        assertThat(fold(one.takenOver("ana", 1, NOON)).getStatus()).isEqualTo("in_progress");
        assertThat(fold(one.assigned("ana", NOON)).getStatus()).isEqualTo("in_progress");
        assertThat(fold(queued(1, Author.Type.agent)).getStatus()).isEqualTo("in_progress");
        assertThat(fold(queued(1, Author.Type.bot)).getStatus()).isEqualTo("open");
        assertThat(fold(one.closed(NOON), one.assigned("ana", NOON)).getStatus())
                .isEqualTo("closed");
    }

    @Test
    void knowsItsOwner() {
        ConversationViewRecord taken = fold(one.takenOver("ana", 3, NOON));
        assertThat(taken.getOwner()).isEqualTo("human");
        assertThat(taken.getAssigneeId()).isEqualTo("ana");
        assertThat(taken.getOwnershipVersion()).isEqualTo(3);
        ConversationViewRecord released = fold(one.takenOver("ana", 3, NOON), one.released(4, NOON));
        assertThat(released.getOwner()).isEqualTo("bot");
        assertThat(released.getAssigneeId()).isNull();
    }

    @Test
    void isClosedAndReopened() {
        assertThat(fold(one.closed(NOON)).getClosedAt()).isEqualTo(NOON);
        ConversationViewRecord reopened = fold(one.closed(NOON), one.reopened(NOON.plusSeconds(1)));
        assertThat(reopened.getStatus()).isEqualTo("open");
        assertThat(reopened.getClosedAt()).isNull();
        assertThat(reopened.getUpdatedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void itsWindowClosesADayAfterTheLatestMessageByWhicheverClockWasEarlier() {
        Instant closes = NOON.plus(Duration.ofHours(24));
        assertThat(fold(received(1, NOON), received(2, NOON.minusSeconds(90))).getWindowClosesAt())
                .isEqualTo(closes);
        OfConversation fromTheFuture = one.received(1, MessageContent.ofText("hi"), NOON.plusSeconds(9_000), NOON);
        assertThat(fold(fromTheFuture).getWindowClosesAt()).isEqualTo(closes);
    }

    @Test
    void showsTheBeginningOfItsLastMessageInWholeCharacters() {
        MessageContent long_ = MessageContent.ofText("😀".repeat(200));
        ConversationViewRecord row = fold(received(1, NOON), one.received(2, long_, NOON, NOON));
        assertThat(row.getLastMessagePreview()).isEqualTo("😀".repeat(120));
        assertThat(row.getLastMessageId()).isEqualTo(one.message(2).toString());
        assertThat(row.getMessageCount()).isEqualTo(2);
    }

    @Test
    void keepsNotesInOrder() {
        assertThat(fold(one.noted("first", NOON), one.noted("second", NOON))
                        .getNotes()
                        .data())
                .isEqualTo("[{\"at\":\"2026-03-01T12:00:00Z\",\"author\":{\"id\":\"someone\",\"type\":\"account\"},"
                        + "\"id\":\"note 2026-03-01T12:00:00Z\",\"text\":\"first\"},"
                        + "{\"at\":\"2026-03-01T12:00:00Z\",\"author\":{\"id\":\"someone\",\"type\":\"account\"},"
                        + "\"id\":\"note 2026-03-01T12:00:00Z\",\"text\":\"second\"}]");
    }

    @Test
    void theRowThatIsFoldedStaysAsItWas() {
        ConversationViewRecord row = fold();
        String before = row.formatJSON();
        new ConversationProjection().fold(row, one.closed(NOON), RowKey.of(row));
        assertThat(row.formatJSON()).isEqualTo(before);
    }

    private OfConversation received(int message, Instant sentAt) {
        return one.received(message, MessageContent.ofText("hi"), sentAt, NOON);
    }

    private OfConversation queued(int message, Author.Type author) {
        return one.queued(message, "hello", author, NOON);
    }

    private ConversationViewRecord fold(OfConversation... more) {
        List<OfConversation> events = new ArrayList<>(List.of(one.opened(NOON)));
        events.addAll(List.of(more));
        return Facts.fold(new ConversationProjection(), events);
    }
}
