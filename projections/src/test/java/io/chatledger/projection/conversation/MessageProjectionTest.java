package io.chatledger.projection.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.projection.Facts;
import io.chatledger.projection.SampleConversation;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleConversation one = new SampleConversation(Facts.TENANT, 1);

    @Test
    void anAcceptedMessageIsSent() {
        MessageViewRecord row = fold(queued(), one.sending(1, NOON), one.accepted(1, NOON.plusSeconds(1)));
        assertThat(row.getSendStatus()).isEqualTo("sent");
        assertThat(row.getProviderMessageId()).isEqualTo("wamid.1.1");
        assertThat(row.getMessageKey()).isEqualTo(one.key(1).key());
        assertThat(row.getSendHistory().data())
                .isEqualTo("[{\"at\":\"2026-03-01T12:00:00Z\",\"error\":null,\"status\":\"queued\"},"
                        + "{\"at\":\"2026-03-01T12:00:00Z\",\"error\":null,\"status\":\"sending\"},"
                        + "{\"at\":\"2026-03-01T12:00:01Z\",\"error\":null,\"status\":\"sent\"}]");
    }

    @Test
    void aMessageOfUnknownOutcomeIsSentOnceTheProviderSaysSo() {
        assertThat(fold(queued(), one.sending(1, NOON), one.lost(1, NOON)).getSendStatus())
                .isEqualTo("unknown");
        assertThat(fold(queued(), one.sending(1, NOON), one.lost(1, NOON), one.accepted(1, NOON))
                        .getSendStatus())
                .isEqualTo("sent");
    }

    @Test
    void aDeferredMessageIsQueuedAgain() {
        assertThat(fold(queued(), one.sending(1, NOON), one.deferred(1, NOON)).getSendStatus())
                .isEqualTo("queued");
        assertThat(fold(queued(), one.accepted(1, NOON), one.deferred(1, NOON)).getSendStatus())
                .isEqualTo("sent");
    }

    @Test
    void whatIsSentOrFailedDoesNotBeginAgain() {
        assertThat(fold(queued(), one.accepted(1, NOON), one.sending(1, NOON)).getSendStatus())
                .isEqualTo("sent");
        assertThat(fold(queued(), one.accepted(1, NOON), one.lost(1, NOON)).getSendStatus())
                .isEqualTo("sent");
        assertThat(fold(queued(), one.failed(1, NOON), one.sending(1, NOON)).getSendStatus())
                .isEqualTo("failed");
    }

    @Test
    void aReceivedMessageIsOrderedWithinTheSecondInWhichItWasSent() {
        assertThat(receivedAt(NOON.plusMillis(500)).getOrderAt()).isEqualTo(NOON.plusMillis(500));
        assertThat(receivedAt(NOON.plusSeconds(60)).getOrderAt()).isEqualTo(NOON.plusMillis(999));
        assertThat(receivedAt(NOON.minusSeconds(5)).getOrderAt()).isEqualTo(NOON.minusSeconds(5));
        assertThat(receivedAt(NOON).getSendStatus()).isEqualTo("received");
        assertThat(receivedAt(NOON).getSenderId()).isEqualTo(one.contact().key());
    }

    @Test
    void keepsNothingThatTheDatabaseRefuses() {
        MessageContent content = MessageContent.ofText("a\u0000b\ud83d");
        MessageViewRecord row = fold(one.received(1, content, Instant.MAX, NOON));
        assertThat(row.getText()).isEqualTo("a\ufffdb\ufffd");
        assertThat(row.getContent().data()).isEqualTo("{\"text\":\"a\ufffdb\ufffd\",\"type\":\"text\"}");
        assertThat(row.getSentAt()).isEqualTo("9999-12-31T00:00:00Z");
    }

    @Test
    void ofSomebodyErasedThereAreNeitherWordsNorTheProvidersIds() {
        MessageViewRecord row = fold(queued(), one.sending(1, NOON), one.accepted(1, NOON));
        row.setContextMessageId("wamid.1.0");
        MessageViewRecord left = new MessageProjection().forgotten(row);
        assertThat(left.getText()).isNull();
        assertThat(left.getProviderMessageId()).isNull();
        assertThat(left.getContextMessageId()).isNull();
        assertThat(left.getMessageKey()).isEqualTo(row.getMessageKey());
        assertThat(left.getSendStatus()).isEqualTo("sent");
    }

    private MessageViewRecord receivedAt(Instant at) {
        return fold(one.received(1, MessageContent.ofText("hi"), NOON, at));
    }

    private OfConversation queued() {
        return one.queued(1, "hello", Author.Type.bot, NOON);
    }

    private static MessageViewRecord fold(OfConversation... events) {
        return Facts.fold(new MessageProjection(), List.of(events));
    }
}
