package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import io.chatledger.query.Page;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesIT {

    private final OneConversation conversation = new OneConversation();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 200})
    void pagesHaveEveryMessageOnceTheOldestFirst(int limit) {
        sevenMessagesOfThreeSeconds();

        assertThat(Pages.all(limit, paging -> conversation.queries.messages(conversation.tenant, "c", paging)))
                .extracting(MessageView::id)
                .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6");
    }

    @Test
    void theLatestComeInOrderAndLeadToTheEarlierOnes() {
        sevenMessagesOfThreeSeconds();

        Page<MessageView> latest = conversation.queries.latestMessages(conversation.tenant, "c", 3);
        Page<MessageView> before =
                conversation.queries.earlierMessages(conversation.tenant, "c", new Paging(3, latest.nextCursor()));
        Page<MessageView> first =
                conversation.queries.earlierMessages(conversation.tenant, "c", new Paging(3, before.nextCursor()));

        assertThat(latest.items()).extracting(MessageView::id).containsExactly("m4", "m5", "m6");
        assertThat(before.items()).extracting(MessageView::id).containsExactly("m1", "m2", "m3");
        assertThat(first.items()).extracting(MessageView::id).containsExactly("m0");
        assertThat(first.nextCursor()).isNull();
    }

    @Test
    void contentComesAsTheProviderSentIt() {
        conversation.rows.inbound("m", "c", row -> {
            row.setType("image");
            row.setContent(jsonb("""
                        {"type":"image","media":{"id":"1","mimeType":"image/jpeg"},"attributes":{"referral":{"x":1}}}"""));
        });

        MessageView message = conversation.only();

        assertThat(message.media()).isEqualTo(Map.of("id", "1", "mimeType", "image/jpeg"));
        assertThat(message.attributes()).isEqualTo(Map.of("referral", Map.of("x", 1)));
        assertThat(message.location()).isNull();
    }

    private void sevenMessagesOfThreeSeconds() {
        IntStream.range(0, 7)
                .forEach(n -> conversation.rows.inbound("m" + n, "c", row -> {
                    row.setSequence((long) n);
                    row.setOrderAt(Rows.START.plusSeconds(n / 3));
                }));
    }
}
