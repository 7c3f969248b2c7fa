package io.chatledger.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A business where a little of everything that is counted has happened.
 *
 * @param begun the day before which none of it has, where the business is
 */
record CountedBusiness(Business business, Number number, String conversation, LocalDate begun) {

    static final ZoneId ZONE = ZoneId.of("America/Santiago");

    private static final String METRICS = "/api/v1/metrics";
    private static final List<String> QUESTIONS = List.of(
            "messages-in",
            "messages-out",
            "first-response-time?version=1,2",
            "conversations-opened",
            "conversations-resolved",
            "delivery-failures?dimension=cause",
            "delivery-failures/events",
            "first-response-time/events?version=1,2");

    static CountedBusiness atWork() {
        LocalDate begun = LocalDate.now(ZONE);
        Business business = register();
        Number number = business.connect();
        CountedBusiness counted =
                new CountedBusiness(business, number, business.conversationWith(number, Unique.digits()), begun);
        counted.work();
        return counted;
    }

    private static Business register() {
        Map<String, Object> registration = new HashMap<>(Business.registration(Unique.word() + "@example.com"));
        registration.put("timeZone", ZONE.getId());
        return Business.register(RunningApplication.stranger(), registration);
    }

    private void work() {
        String reply = business.sent(conversation, "¿En qué te ayudo?");
        JsonNode sent = business.awaitStatus(conversation, reply, "delivered");
        String lost = business.sent(conversation, "¿Sigues ahí?");
        String wamid = business.awaitStatus(conversation, lost, "delivered")
                .get("providerMessageId")
                .asString();
        assertThat(sent.get("providerMessageId").asString()).isNotEqualTo(wamid);
        Map<String, Object> failed = Body.status(wamid, "failed", Instant.now());
        failed.put("errors", List.of(Map.of("code", 131026, "title", "Undeliverable")));
        Webhook.deliver(Body.statuses(number, List.of(failed)));
        act("close");
        act("reopen");
        business.upToDate().get("/api/v1/channels").expecting(200);
    }

    void act(String action) {
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/" + action)
                .expecting(200);
    }

    JsonNode numbers(String question) {
        return business.owner().get(METRICS + "/" + question).expecting(200).json();
    }

    long total(String question) {
        return numbers(question + (question.contains("?") ? "&" : "?") + "by=total")
                .get("items")
                .get(0)
                .get("value")
                .longValue();
    }

    /** All that is counted, as somebody is told. */
    static List<String> everything(Client client) {
        return QUESTIONS.stream()
                .map(question ->
                        client.get(METRICS + "/" + question).expecting(200).text())
                .toList();
    }
}
