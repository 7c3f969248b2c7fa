package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import io.chatledger.query.Rows;
import org.junit.jupiter.api.Test;

/** What we did with a message and what the provider reports of it, put together. */
class MessageStatusIT {

    private final OneConversation conversation = new OneConversation();

    @Test
    void aReportOfTheProviderGoesBeyondOurOwnAccount() {
        conversation.rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
            row.setSendHistory(jsonb("""
                        [{"status":"queued","at":"2026-05-01T12:00:00.100Z"},
                         {"status":"sending","at":"2026-05-01T12:00:00.200Z"},
                         {"status":"sent","at":"2026-05-01T12:00:00.700Z"}]"""));
        });
        conversation.rows.status("key-1", row -> {
            row.setStatus("read");
            row.setHistory(jsonb("""
                        [{"status":"read","at":"2026-05-01T12:00:09Z"},
                         {"status":"delivered","at":"2026-05-01T12:00:00Z","recipient":"56912345678"}]"""));
        });

        MessageView message = conversation.only();

        assertThat(message.status()).isEqualTo("read");
        assertThat(message.statusHistory())
                .extracting(StatusStep::status)
                .containsExactly("queued", "sending", "sent", "delivered", "read");
        assertThat(message.error()).isNull();
    }

    @Test
    void anUnknownOutcomeIsSettledByOurOwnId() {
        conversation.rows.outbound("m", "c", row -> row.setSendStatus("unknown"));
        conversation.rows.status("key-1", row -> {
            row.setMessageId("m");
            row.setStatus("delivered");
        });

        assertThat(conversation.only().status()).isEqualTo("delivered");
    }

    @Test
    void anUnknownOutcomeStaysUnknownWithoutAReport() {
        conversation.rows.outbound("m", "c", row -> row.setSendStatus("unknown"));
        conversation.rows.status("key-1", row -> row.setMessageId("another"));

        assertThat(conversation.only().status()).isEqualTo("unknown");
    }

    @Test
    void aLateReportNeverTakesAnythingBack() {
        conversation.rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
        });
        conversation.rows.status("key-1", row -> {
            row.setStatus("warning");
            row.setHistory(jsonb("[]"));
        });

        assertThat(conversation.only().status()).isEqualTo("sent");
    }

    @Test
    void aFailureReportedByTheProviderSaysWhy() {
        conversation.rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
        });
        conversation.rows.status("key-1", row -> {
            row.setStatus("failed");
            row.setHistory(jsonb("""
                        [{"status":"failed","at":"2026-05-01T12:00:01Z","error":{"code":131047,"reason":"window-closed"}}]"""));
        });

        MessageView message = conversation.only();

        assertThat(message.status()).isEqualTo("failed");
        assertThat(message.error())
                .containsEntry("code", 131047)
                .containsEntry("reason", "window-closed")
                .containsEntry("detail", null);
    }

    @Test
    void aReportUnderAnotherKeyIsAboutAnotherMessage() {
        conversation.rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
        });
        conversation.rows.status("key-2", row -> row.setStatus("read"));

        assertThat(conversation.only().status()).isEqualTo("sent");
    }

    @Test
    void aMessageThatWasAcceptedBeforeKeysWereKeptIsFoundByOurOwnId() {
        conversation.rows.outbound("m", "c", row -> {
            row.setProviderMessageId("wamid.1");
            row.setSendStatus("sent");
        });
        conversation.rows.status("key-1", row -> {
            row.setMessageId("m");
            row.setStatus("read");
        });

        assertThat(conversation.only().status()).isEqualTo("read");
    }

    @Test
    void anInboundMessageIsReceivedWhateverIsReportedUnderItsId() {
        conversation.rows.inbound("m", "c", row -> row.setProviderMessageId("wamid.1"));
        conversation.rows.status("key-1", row -> {
            row.setMessageId("m");
            row.setStatus("read");
        });

        MessageView message = conversation.only();

        assertThat(message.status()).isEqualTo("received");
        assertThat(message.statusHistory()).containsExactly(new StatusStep("received", Rows.START, null));
    }
}
