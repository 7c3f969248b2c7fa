package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
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

class ErasureIT {

    private static final String WORDS = "Mi nombre es Zoila Vaca";

    private static final int ANSWERS_LATE = 1200;

    private final Graph graph = RunningApplication.graph();
    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String phone = Unique.digits();

    @Test
    void whatACustomerSaysIsStoredSealed() {
        writes(phone, WORDS);

        assertThat(eventsWith("Zoila")).isZero();
        assertThat(eventsWith(phone)).isZero();
        assertThat(RunningApplication.number(
                        "select count(*) from webhook_journal where position(?::bytea in body) > 0", "Zoila"))
                .isZero();
        assertThat(business.messages().getFirst().get("text").asString()).isEqualTo(WORDS);
    }

    @Test
    void anErasedPersonIsGoneFromEveryAnswer() {
        String conversation = conversationOf(phone, WORDS);
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", "Zoila pide descuento"))
                .expecting(200);

        erase(contactOf(conversation));

        assertThat(everything(conversation)).doesNotContain("Zoila").doesNotContain(phone);
        assertThat(business.upToDate().all("/api/v1/messages/search?q=Zoila")).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
    }

    @Test
    void thatTheyWroteIsStillCounted() {
        String conversation = conversationOf(phone, WORDS);
        JsonNode before = business.onlyConversation();

        erase(contactOf(conversation));

        JsonNode after = business.onlyConversation();
        assertThat(after.get("messageCount")).isEqualTo(before.get("messageCount"));
        assertThat(after.get("openedAt")).isEqualTo(before.get("openedAt"));
        assertThat(business.messages(conversation)).hasSize(1);
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

        erase(contactOf(conversation));
        business.upToDate().get("/api/v1/contacts").expecting(200);

        assertThat(Traces.of(phone, business.id())).isEmpty();
        assertThat(business.message(conversation, sent).get("status").asString())
                .isEqualTo("read");
    }

    @Test
    void aMessageOnItsWayToSomebodyErasedEndsAsSentUnderNoId() {
        String conversation = conversationOf(phone, WORDS);
        String contact = contactOf(conversation);
        graph.answer(number, Graph.accepted(Unique.wamid(phone)).withFixedDelay(ANSWERS_LATE));
        String sent = business.sent(conversation, "¿Sigue ahí?");
        await().until(() -> graph.calls(number).size() == 1);

        erase(contact);

        JsonNode message = business.awaitStatus(conversation, sent, "sent");
        assertThat(message.get("providerMessageId").isNull()).isTrue();
    }

    @Test
    void aRebuildBringsNothingBack() {
        String conversation = conversationOf(phone, WORDS);
        erase(contactOf(conversation));
        String before = everything(conversation);

        Rebuilding.all();

        assertThat(everything(conversation)).isEqualTo(before);
    }

    @Test
    void noViewOfThePastShowsAnErasedPerson() {
        String conversation = conversationOf(phone, WORDS);
        String past = Instant.now().toString();
        assertThat(pastMessages(conversation, past)).contains(WORDS);
        String replay = business.owner()
                .post("/api/v1/audit/replays", Map.of("asOf", past))
                .expecting(202)
                .string("id");
        await().until(() -> business.owner()
                .get("/api/v1/audit/replays/" + replay)
                .string("status")
                .equals("ready"));

        erase(contactOf(conversation));
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
    void theTableOfBeforeARebuildForgetsToo() {
        String conversation = conversationOf(phone, WORDS);
        business.settle();
        Rebuilding.all();
        assertThat(RunningApplication.number(
                        "select count(*) from retired.message_view where conversation_id = ?", conversation))
                .isPositive();

        erase(contactOf(conversation));
        business.settle();

        assertThat(RunningApplication.number(
                        "select count(*) from retired.message_view where conversation_id = ?", conversation))
                .isZero();
    }

    @Test
    void theJournalForgetsOnlyTheOnesErased() {
        String other = Unique.digits();
        Webhook.deliver(Body.messages(
                number,
                List.of(Body.text(phone, Unique.wamid(), WORDS), Body.text(other, Unique.wamid(), "Soy otra"))));
        String erased = contactOf(business.upToDate()
                .all("/api/v1/conversations?q=" + phone)
                .getFirst()
                .get("id")
                .asString());

        erase(erased);
        String entry = business.journal().getFirst().get("id").asString();
        business.owner().post("/api/v1/webhook-journal/" + entry + "/reprocess").expecting(202);

        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(2);
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + other)).hasSize(1);
    }

    @Test
    void whoeverWritesAgainIsSomebodyNew() {
        String conversation = conversationOf(phone, WORDS);
        erase(contactOf(conversation));

        writes(phone, "Hola de nuevo");

        assertThat(business.conversations()).hasSize(2);
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone))
                .singleElement()
                .satisfies(contact -> assertThat(contact.get("id").asString()).isNotEqualTo(contactOf(conversation)));
    }

    @Test
    void nothingMoreIsWrittenToAnErasedPerson() {
        String conversation = conversationOf(phone, WORDS);
        erase(contactOf(conversation));

        business.send(conversation, "¿Sigue ahí?").refusedWith(409, "person-erased");
        business.owner()
                .post("/api/v1/contacts/" + contactOf(conversation) + "/consents", consent())
                .refusedWith(409, "person-erased");
    }

    @Test
    void erasingTwiceIsErasingOnce() {
        String contact = contactOf(conversationOf(phone, WORDS));
        erase(contact);
        long events = eventsWith("ContactErased");

        erase(contact);

        assertThat(eventsOf("contact.ContactErased")).isEqualTo(1);
        assertThat(eventsOf("contact.ErasureCertified")).isEqualTo(1);
        assertThat(events).isZero();
    }

    @Test
    void anErasureNeedsAReasonAndAContactOfTheTenant() {
        String contact = contactOf(conversationOf(phone, WORDS));

        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of())
                .refusedWith(400, "invalid-request");
        Business.register()
                .owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "curious"))
                .refusedWith(404, "not-found");
        assertThat(eventsOf("contact.ContactErased")).isZero();
    }

    @Test
    void aConsentIsShownWithItsSourceAndTime() {
        String contact = contactOf(conversationOf(phone, WORDS));

        Answer answer = business.owner()
                .post("/api/v1/contacts/" + contact + "/consents", consent())
                .expecting(200);

        JsonNode consents = business.owner()
                .with("Wait-For-Position", answer.header("Event-Position"))
                .get("/api/v1/contacts/" + contact)
                .expecting(200)
                .json()
                .get("consents");
        assertThat(consents.size()).isEqualTo(1);
        assertThat(consents.get(0).get("purpose").asString()).isEqualTo("marketing");
        assertThat(consents.get(0).get("granted").asBoolean()).isTrue();
        assertThat(consents.get(0).get("source").asString()).isEqualTo("paper-form");
        assertThat(consents.get(0).get("givenAt").asString()).isEqualTo("2026-02-03T10:00:00Z");
    }

    private static Map<String, Object> consent() {
        return Map.of(
                "purpose", "marketing", "granted", true, "source", "paper-form", "givenAt", "2026-02-03T10:00:00Z");
    }

    private String pastMessages(String conversation, String moment) {
        return business.upToDate()
                .get("/api/v1/conversations/" + conversation + "/messages?asOf=" + moment)
                .expecting(200)
                .text();
    }

    private void erase(String contact) {
        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "asked for it by letter"))
                .expecting(200);
    }

    private void writes(String customer, String words) {
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), words))));
        business.settle();
    }

    private String conversationOf(String customer, String words) {
        writes(customer, words);
        return business.upToDate()
                .all("/api/v1/conversations?q=" + customer)
                .getFirst()
                .get("id")
                .asString();
    }

    private String contactOf(String conversation) {
        return business.upToDate()
                .get("/api/v1/conversations/" + conversation)
                .expecting(200)
                .json()
                .get("contact")
                .get("id")
                .asString();
    }

    private String everything(String conversation) {
        return business.upToDate().all("/api/v1/contacts").toString()
                + business.conversations()
                + business.upToDate()
                        .get("/api/v1/conversations/" + conversation)
                        .text()
                + business.messages(conversation);
    }

    private long eventsWith(String text) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and (position(? in payload::text) > 0"
                        + " or position(? in metadata::text) > 0)",
                business.id(),
                text,
                text);
    }

    private long eventsOf(String name) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name = ?", business.id(), name);
    }
}
