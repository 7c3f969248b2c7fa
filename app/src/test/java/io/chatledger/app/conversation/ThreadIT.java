package io.chatledger.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is last in a thread, what only belongs to one of its messages, and what is none of it. */
class ThreadIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String customer = Unique.digits();

    @Test
    void whatComesLateIsNotTheLast() {
        Instant now = Instant.now();
        write("nuevo", now);
        write("tarde", now.minusSeconds(3_600));

        assertThat(business.onlyConversation().at("/lastMessage/preview").asString())
                .isEqualTo("nuevo");
        assertThat(business.messages())
                .extracting(message -> message.get("text").asString())
                .containsExactly("tarde", "nuevo");
    }

    @Test
    void aMessageFromTheFutureIsOnTopOfNothingThatComesLater() {
        Instant future = Instant.now().plus(Duration.ofDays(30));
        write("futuro", future);
        String other = Unique.digits();
        deliver(Body.text(other, Unique.wamid(), "otro"));
        write("después", Instant.now());

        List<JsonNode> conversations = business.conversations();
        assertThat(conversations)
                .extracting(one -> one.at("/lastMessage/preview").asString())
                .containsExactly("después", "otro");
        String closes = conversations.getFirst().at("/window/closesAt").asString();
        assertThat(Instant.parse(closes)).isBefore(Instant.now().plus(Duration.ofHours(25)));
        List<JsonNode> thread =
                business.messages(conversations.getFirst().get("id").asString());
        assertThat(thread).extracting(message -> message.get("text").asString()).containsExactly("futuro", "después");
        assertThat(Instant.parse(thread.getFirst().get("sentAt").asString()).getEpochSecond())
                .isEqualTo(future.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", ""})
    void aReactionBelongsToItsMessage(String emoji) {
        String wamid = Unique.wamid();
        deliver(Body.text(customer, wamid, "Hola"));
        String conversation = business.onlyConversation().get("id").asString();
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/close")
                .expecting(200);
        Map<String, Object> reaction = Body.text(customer, Unique.wamid(), "x");
        reaction.remove("text");
        reaction.put("type", "reaction");
        reaction.put("reaction", Map.of("message_id", wamid, "emoji", emoji));
        deliver(reaction);

        JsonNode after = business.onlyConversation();
        assertThat(after.get("status").asString()).isEqualTo("closed");
        assertThat(after.get("unreadCount").intValue()).isEqualTo(1);
        assertThat(after.at("/lastMessage/preview").asString()).isEqualTo("Hola");
        assertThat(business.messages())
                .last()
                .satisfies(message ->
                        assertThat(message.get("contextMessageId").asString()).isEqualTo(wamid));
    }

    @Test
    void aPaymentIsNoStatusOfItsMessageAndStandsInTheHistory() {
        String wamid = Unique.wamid();
        RunningApplication.graph().answer(number, Graph.accepted(wamid));
        String conversation = business.conversationWith(number, customer);
        String id = business.sent(conversation, "Pague aquí");
        business.awaitStatus(conversation, id, "sent");
        Map<String, Object> payment = Body.status(wamid, "failed", Instant.now());
        payment.put("type", "payment");
        payment.put("payment", Map.of("reference_id", "order-1", "amount", Map.of("value", 21_000, "offset", 100)));
        Webhook.deliver(Body.statuses(number, List.of(payment)));

        JsonNode message = business.message(conversation, id);
        assertThat(message.get("status").asString()).isEqualTo("sent");
        assertThat(message.get("statusHistory").toString()).doesNotContain("failed");
        assertThat(business.upToDate().all("/api/v1/audit/events?type=conversation.PaymentReported"))
                .singleElement()
                .satisfies(event -> assertThat(
                                event.at("/payload/payment/referenceId").asString())
                        .isEqualTo("order-1"));
    }

    private void write(String text, Instant at) {
        deliver(Body.text(customer, Unique.wamid(), text, at));
        business.settle();
    }

    private void deliver(Map<String, Object> message) {
        Webhook.deliver(Body.messages(number, List.of(message)));
        business.settle();
    }
}
