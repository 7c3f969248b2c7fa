package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is left to see of somebody who has been erased. */
class ErasedViewsIT {

    private static final String WORDS = "Mi nombre es Zoila Vaca";

    private final Graph graph = RunningApplication.graph();
    private final ErasableCustomer customer = ErasableCustomer.ofNewBusiness();
    private final Business business = customer.business();
    private final Number number = customer.number();
    private final String phone = customer.phone();

    @Test
    void anErasedPersonIsGoneFromEveryAnswer() {
        String conversation = customer.conversation(WORDS);
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", "Zoila pide descuento"))
                .expecting(200);

        customer.erase(customer.contactOf(conversation));

        assertThat(customer.everything(conversation)).doesNotContain("Zoila").doesNotContain(phone);
        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
    }

    @Test
    void thatTheyWroteIsStillCounted() {
        String conversation = customer.conversation(WORDS);
        JsonNode before = business.onlyConversation();

        customer.erase(customer.contactOf(conversation));

        JsonNode after = business.onlyConversation();
        assertThat(after.get("messageCount")).isEqualTo(before.get("messageCount"));
        assertThat(after.get("openedAt")).isEqualTo(before.get("openedAt"));
        assertThat(business.messages(conversation)).hasSize(1);
    }

    @Test
    void aRebuildBringsNothingBack() {
        String conversation = customer.conversation(WORDS);
        customer.erase(customer.contactOf(conversation));
        String before = customer.everything(conversation);

        Rebuilding.all();

        assertThat(customer.everything(conversation)).isEqualTo(before);
    }

    @Test
    void noViewOfThePastShowsAnErasedPerson() {
        String conversation = customer.conversation(WORDS);
        String past = Instant.now().toString();
        assertThat(pastMessages(conversation, past)).contains(WORDS);
        String replay = business.replay(Map.of("asOf", past));

        customer.erase(customer.contactOf(conversation));
        business.settle();

        assertThat(pastMessages(conversation, past)).doesNotContain(WORDS);
        business.owner().with("Replay", replay).get("/api/v1/conversations").refusedWith(410, "replay-expired");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningApplication.number(
                                "select count(*) from information_schema.tables where table_schema = ?",
                                "as_of_" + replay.replace("-", ""))
                        == 0);
    }

    @Test
    void theTablesOfBeforeARebuildForgetToo() {
        String conversation = customer.conversation(WORDS);
        business.settle();
        Rebuilding.all();
        assertThat(Traces.of(phone, business.id())).contains("retired.contact_view");
        assertThat(Traces.of(WORDS, business.id())).contains("retired.message_view", "retired.conversation_view");

        customer.erase(customer.contactOf(conversation));
        business.settle();

        assertThat(Traces.of(phone, business.id())).isEmpty();
        assertThat(Traces.of(WORDS, business.id())).isEmpty();
    }

    @Test
    void noIdOfTheProvidersThatHoldsTheNumberIsLeft() {
        String first = Unique.wamid(phone);
        Map<String, Object> answer = Body.text(phone, Unique.wamid(phone), "Soy yo");
        answer.put("context", Map.of("id", first));
        Webhook.deliver(Body.messages(number, List.of(Body.text(phone, first, WORDS), answer)));
        String conversation = business.onlyConversation().get("id").asString();
        String accepted = Unique.wamid(phone);
        graph.answer(number, Graph.accepted(accepted));
        String sent = business.owner()
                .post(
                        "/api/v1/conversations/" + conversation + "/messages",
                        Map.of("type", "text", "text", "Ya", "contextMessageId", first))
                .expecting(202)
                .string("id");
        business.awaitStatus(conversation, sent, "sent");
        Map<String, Object> read = Body.status(accepted, "read", Instant.now());
        read.put("recipient_id", phone);
        Webhook.deliver(Body.statuses(number, List.of(read)));
        assertThat(business.message(conversation, sent).get("status").asString())
                .isEqualTo("read");
        assertThat(Traces.of(phone, business.id())).contains("message_view", "contact_view");

        customer.erase(customer.contactOf(conversation));
        business.upToDate().get("/api/v1/contacts").expecting(200);

        assertThat(Traces.of(phone, business.id())).isEmpty();
        assertThat(business.message(conversation, sent).get("status").asString())
                .isEqualTo("read");
    }

    private String pastMessages(String conversation, String moment) {
        return business.upToDate()
                .get("/api/v1/conversations/" + conversation + "/messages?asOf=" + moment)
                .expecting(200)
                .text();
    }
}
