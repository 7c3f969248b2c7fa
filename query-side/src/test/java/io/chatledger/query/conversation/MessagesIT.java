package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Page;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ConversationQueries queries =
            new ConversationQueries(TestDatabase.reads(), InstantSource.fixed(Rows.START));

    @BeforeEach
    void openConversation() {
        rows.conversation("c", row -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 200})
    void pagesHaveEveryMessageOnceTheOldestFirst(int limit) {
        sevenMessagesOfThreeSeconds();

        assertThat(Pages.all(limit, paging -> queries.messages(tenant, "c", paging)))
                .extracting(MessageView::id)
                .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6");
    }

    @Test
    void theLatestComeInOrderAndLeadToTheEarlierOnes() {
        sevenMessagesOfThreeSeconds();

        Page<MessageView> latest = queries.latestMessages(tenant, "c", 3);
        Page<MessageView> before = queries.earlierMessages(tenant, "c", new Paging(3, latest.nextCursor()));
        Page<MessageView> first = queries.earlierMessages(tenant, "c", new Paging(3, before.nextCursor()));

        assertThat(latest.items()).extracting(MessageView::id).containsExactly("m4", "m5", "m6");
        assertThat(before.items()).extracting(MessageView::id).containsExactly("m1", "m2", "m3");
        assertThat(first.items()).extracting(MessageView::id).containsExactly("m0");
        assertThat(first.nextCursor()).isNull();
    }

    @Test
    void aReportOfTheProviderGoesBeyondOurOwnAccount() {
        rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
            row.setSendHistory(jsonb("""
                        [{"status":"queued","at":"2026-05-01T12:00:00.100Z"},
                         {"status":"sending","at":"2026-05-01T12:00:00.200Z"},
                         {"status":"sent","at":"2026-05-01T12:00:00.700Z"}]"""));
        });
        rows.status("key-1", row -> {
            row.setStatus("read");
            row.setHistory(jsonb("""
                        [{"status":"read","at":"2026-05-01T12:00:09Z"},
                         {"status":"delivered","at":"2026-05-01T12:00:00Z","recipient":"56912345678"}]"""));
        });

        MessageView message = only();

        assertThat(message.status()).isEqualTo("read");
        assertThat(message.statusHistory())
                .extracting(StatusStep::status)
                .containsExactly("queued", "sending", "sent", "delivered", "read");
        assertThat(message.error()).isNull();
    }

    @Test
    void anUnknownOutcomeIsSettledByOurOwnId() {
        rows.outbound("m", "c", row -> row.setSendStatus("unknown"));
        rows.status("key-1", row -> {
            row.setMessageId("m");
            row.setStatus("delivered");
        });

        assertThat(only().status()).isEqualTo("delivered");
    }

    @Test
    void anUnknownOutcomeStaysUnknownWithoutAReport() {
        rows.outbound("m", "c", row -> row.setSendStatus("unknown"));
        rows.status("key-1", row -> row.setMessageId("another"));

        assertThat(only().status()).isEqualTo("unknown");
    }

    @Test
    void aLateReportNeverTakesAnythingBack() {
        rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
        });
        rows.status("key-1", row -> {
            row.setStatus("warning");
            row.setHistory(jsonb("[]"));
        });

        assertThat(only().status()).isEqualTo("sent");
    }

    @Test
    void aFailureReportedByTheProviderSaysWhy() {
        rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
        });
        rows.status("key-1", row -> {
            row.setStatus("failed");
            row.setHistory(jsonb("""
                        [{"status":"failed","at":"2026-05-01T12:00:01Z","error":{"code":131047,"reason":"window-closed"}}]"""));
        });

        MessageView message = only();

        assertThat(message.status()).isEqualTo("failed");
        assertThat(message.error())
                .containsEntry("code", 131047)
                .containsEntry("reason", "window-closed")
                .containsEntry("detail", null);
    }

    @Test
    void aReportUnderAnotherKeyIsAboutAnotherMessage() {
        rows.outbound("m", "c", row -> {
            row.setMessageKey("key-1");
            row.setSendStatus("sent");
        });
        rows.status("key-2", row -> row.setStatus("read"));

        assertThat(only().status()).isEqualTo("sent");
    }

    @Test
    void aMessageThatWasAcceptedBeforeKeysWereKeptIsFoundByOurOwnId() {
        rows.outbound("m", "c", row -> {
            row.setProviderMessageId("wamid.1");
            row.setSendStatus("sent");
        });
        rows.status("key-1", row -> {
            row.setMessageId("m");
            row.setStatus("read");
        });

        assertThat(only().status()).isEqualTo("read");
    }

    @Test
    void anInboundMessageIsReceivedWhateverIsReportedUnderItsId() {
        rows.inbound("m", "c", row -> row.setProviderMessageId("wamid.1"));
        rows.status("key-1", row -> {
            row.setMessageId("m");
            row.setStatus("read");
        });

        MessageView message = only();

        assertThat(message.status()).isEqualTo("received");
        assertThat(message.statusHistory()).containsExactly(new StatusStep("received", Rows.START, null));
    }

    @Test
    void contentComesAsTheProviderSentIt() {
        rows.inbound("m", "c", row -> {
            row.setType("image");
            row.setContent(jsonb("""
                        {"type":"image","media":{"id":"1","mimeType":"image/jpeg"},"attributes":{"referral":{"x":1}}}"""));
        });

        MessageView message = only();

        assertThat(message.media()).isEqualTo(Map.of("id", "1", "mimeType", "image/jpeg"));
        assertThat(message.attributes()).isEqualTo(Map.of("referral", Map.of("x", 1)));
        assertThat(message.location()).isNull();
    }

    private MessageView only() {
        List<MessageView> all = queries.messages(tenant, "c", Paging.first(50)).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void sevenMessagesOfThreeSeconds() {
        IntStream.range(0, 7)
                .forEach(n -> rows.inbound("m" + n, "c", row -> {
                    row.setSequence((long) n);
                    row.setOrderAt(Rows.START.plusSeconds(n / 3));
                }));
    }
}
