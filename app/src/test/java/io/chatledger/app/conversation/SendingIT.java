package io.chatledger.app.conversation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Customer;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SendingIT {

    private static final int ANSWERS_TOO_LATE = 3500;

    private final Graph graph = RunningApplication.graph();
    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String customer = Unique.digits();

    @Test
    void aMessageIsQueuedThenSentThenDelivered() {
        String conversation = business.conversationWith(number, customer);
        Answer answer = business.send(conversation, "¿En qué le ayudo?").expecting(202);
        assertThat(answer.string("status")).isEqualTo("queued");
        JsonNode message = business.awaitStatus(conversation, answer.string("id"), "delivered");
        assertThat(message.get("statusHistory"))
                .extracting(step -> step.get("status").asString())
                .contains("queued", "sending", "sent", "delivered");
        assertThat(graph.calls(number))
                .extracting(call -> call.get("text").get("body").asString())
                .containsExactly("¿En qué le ayudo?");
    }

    @Test
    void aClosedWindowIsRefusedWithoutACall() {
        Instant dayBefore = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(25));
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Hola", dayBefore))));
        String conversation = business.onlyConversation().get("id").asString();
        Answer answer = business.send(conversation, "Tarde").refusedWith(409, "window-closed");
        assertThat(Instant.parse(answer.string("closedAt"))).isEqualTo(dayBefore.plus(Duration.ofHours(24)));
        assertThat(graph.calls(number)).isEmpty();
        assertThat(business.messages(conversation)).hasSize(1);
    }

    @Test
    void whoseNumberIsSomebodyElsesByNowIsNotWrittenTo() {
        String conversation = business.conversationWith(number, customer);
        Customer mover = Customer.of(number);
        mover.writes(mover.byBoth(Unique.wamid()));
        business.settle();
        mover.writes(Customer.message(Unique.wamid(), Map.of("from", customer, "from_user_id", mover.userId())));
        business.settle();
        business.send(conversation, "Hola").refusedWith(409, "no-address");
        assertThat(graph.calls(number)).isEmpty();
        assertThat(business.messages(conversation)).hasSize(1);
    }

    @Test
    void theProvidersErrorFailsTheMessageInPlainWords() {
        graph.answer(number, Graph.refused(131026));
        String conversation = business.conversationWith(number, customer);
        JsonNode message = business.awaitStatus(conversation, business.sent(conversation, "Hola"), "failed");
        assertThat(message.get("error").get("reason").asString()).isEqualTo("undeliverable");
        assertThat(graph.calls(number)).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeIsUnknownUntilAStatusSettlesIt() {
        graph.answer(number, Graph.accepted(Unique.wamid()).withFixedDelay(ANSWERS_TOO_LATE));
        String conversation = business.conversationWith(number, customer);
        String id = business.sent(conversation, "¿Llegó?");
        business.awaitStatus(conversation, id, "unknown");

        String callback =
                graph.calls(number).getFirst().get("biz_opaque_callback_data").asString();
        assertThat(callback).isEqualTo(conversation + ":" + id);
        Map<String, Object> delivered = Body.status(Unique.wamid(), "delivered", Instant.now());
        delivered.put("biz_opaque_callback_data", callback);
        Webhook.deliver(Body.statuses(number, List.of(delivered)));
        JsonNode message = business.awaitMessage(
                conversation, id, one -> !one.get("providerMessageId").isNull());
        assertThat(message.get("status").asString()).isEqualTo("delivered");
        assertThat(message.get("providerMessageId").asString()).isEqualTo(delivered.get("id"));
        assertThat(graph.calls(number)).hasSize(1);
    }

    @Test
    void anErrorWithoutAWordAboutTheMessageIsUnknownAndNotRepeated() {
        graph.answer(number, aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"));
        String conversation = business.conversationWith(number, customer);
        business.awaitStatus(conversation, business.sent(conversation, "Hola"), "unknown");
        assertThat(graph.calls(number)).hasSize(1);
    }

    @Test
    void aMessageWaitsForAProviderWhoIsAwayAndIsSentOnce() {
        String conversation = business.conversationWith(number, customer);
        graph.answer(number, Graph.accepted(Unique.wamid()));
        graph.goAway();
        String id;
        try {
            id = business.sent(conversation, "Paciencia");
            await().atMost(Duration.ofSeconds(30)).until(() -> deferrals() > 0);
            assertThat(business.message(conversation, id).get("status").asString())
                    .isEqualTo("queued");
        } finally {
            graph.comeBack();
        }
        business.awaitStatus(conversation, id, "sent");
        assertThat(graph.calls(number)).hasSize(1);
    }

    @Test
    void answersOfOneConversationGoOutInTheOrderInWhichTheyWereWritten() {
        String conversation = business.conversationWith(number, customer);
        List<String> said = List.of("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho");
        List<String> ids =
                said.stream().map(text -> business.sent(conversation, text)).toList();
        ids.forEach(id -> business.awaitStatus(conversation, id, "delivered"));
        assertThat(graph.calls(number))
                .extracting(call -> call.get("text").get("body").asString())
                .isEqualTo(said);
    }

    private long deferrals() {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name = 'conversation.SendingDeferred'",
                business.id());
    }
}
