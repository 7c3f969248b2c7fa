package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ErasureIT {

    private static final String WORDS = "Mi nombre es Zoila Vaca";

    private static final int ANSWERS_LATE = 1200;

    private final Graph graph = RunningApplication.graph();
    private final ErasableCustomer customer = ErasableCustomer.ofNewBusiness();
    private final Business business = customer.business();
    private final Number number = customer.number();
    private final String phone = customer.phone();

    @Test
    void whatACustomerSaysIsStoredSealed() {
        customer.writes(WORDS);

        assertThat(customer.eventsWith("Zoila")).isZero();
        assertThat(customer.eventsWith(phone)).isZero();
        assertThat(RunningApplication.number(
                        "select count(*) from webhook_journal where position(?::bytea in body) > 0", "Zoila"))
                .isZero();
        assertThat(business.messages().getFirst().get("text").asString()).isEqualTo(WORDS);
    }

    @Test
    void aMessageOnItsWayToSomebodyErasedEndsAsSentUnderNoId() {
        String conversation = customer.conversation(WORDS);
        String contact = customer.contactOf(conversation);
        graph.answer(number, Graph.accepted(Unique.wamid(phone)).withFixedDelay(ANSWERS_LATE));
        String sent = business.sent(conversation, "¿Sigue ahí?");
        await().atMost(Duration.ofSeconds(30)).until(() -> graph.calls(number).size() == 1);

        customer.erase(contact);

        JsonNode message = business.awaitStatus(conversation, sent, "sent");
        assertThat(message.get("providerMessageId").isNull()).isTrue();
    }

    @Test
    void theJournalForgetsOnlyTheOnesErased() {
        String other = Unique.digits();
        Webhook.deliver(Body.messages(
                number,
                List.of(Body.text(phone, Unique.wamid(), WORDS), Body.text(other, Unique.wamid(), "Soy otra"))));
        String erased = customer.contactOf(business.upToDate()
                .all("/api/v1/conversations?q=" + phone)
                .getFirst()
                .get("id")
                .asString());

        customer.erase(erased);
        String entry = business.journal().getFirst().get("id").asString();
        business.owner().post("/api/v1/webhook-journal/" + entry + "/reprocess").expecting(202);

        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(2);
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone)).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + other)).hasSize(1);
    }

    @Test
    void whoeverWritesAgainIsSomebodyNew() {
        String conversation = customer.conversation(WORDS);
        customer.erase(customer.contactOf(conversation));

        customer.writes("Hola de nuevo");

        assertThat(business.conversations()).hasSize(2);
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + phone))
                .singleElement()
                .satisfies(contact ->
                        assertThat(contact.get("id").asString()).isNotEqualTo(customer.contactOf(conversation)));
    }

    @Test
    void nothingMoreIsWrittenToAnErasedPerson() {
        String conversation = customer.conversation(WORDS);
        customer.erase(customer.contactOf(conversation));

        business.send(conversation, "¿Sigue ahí?").refusedWith(409, "person-erased");
        business.owner()
                .post("/api/v1/contacts/" + customer.contactOf(conversation) + "/consents", consent())
                .refusedWith(409, "person-erased");
    }

    @Test
    void erasingTwiceIsErasingOnce() {
        String contact = customer.contactOf(customer.conversation(WORDS));
        customer.erase(contact);
        long events = customer.eventsWith("ContactErased");

        customer.erase(contact);

        assertThat(customer.eventsOf("contact.ContactErased")).isEqualTo(1);
        assertThat(customer.eventsOf("contact.ErasureCertified")).isEqualTo(1);
        assertThat(events).isZero();
    }

    @Test
    void anErasureNeedsAReasonAndAContactOfTheTenant() {
        String contact = customer.contactOf(customer.conversation(WORDS));

        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of())
                .refusedWith(400, "invalid-request");
        Business.register()
                .owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "curious"))
                .refusedWith(404, "not-found");
        assertThat(customer.eventsOf("contact.ContactErased")).isZero();
    }

    @Test
    void aConsentIsShownWithItsSourceAndTime() {
        String contact = customer.contactOf(customer.conversation(WORDS));

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
}
