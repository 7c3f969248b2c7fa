package io.chatledger.app.audit;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A business with a short history, and what its auditor asks. */
record AuditedBusiness(Business business, String conversation) {

    /** @param notes how many events it makes at least */
    static AuditedBusiness with(int notes) {
        Business business = Business.register();
        String conversation = business.conversationWith(business.connect(), Unique.digits());
        AuditedBusiness audited = new AuditedBusiness(business, conversation);
        for (int i = 0; i < notes; i++) {
            audited.note("nota " + i);
        }
        return audited;
    }

    Client client() {
        return business.owner();
    }

    void note(String text) {
        client().post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", text))
                .expecting(200);
    }

    JsonNode verify() {
        return client().get("/api/v1/audit/verify").expecting(200).json();
    }

    JsonNode checkpoint() {
        return client().post("/api/v1/audit/checkpoints").expecting(201).json();
    }

    List<JsonNode> events() {
        return client().all("/api/v1/audit/events?order=asc");
    }

    long positionOf(int index) {
        return RunningApplication.number(
                "select position from event where tenant_id = ? order by position offset ? limit 1",
                business.id(),
                index);
    }

    long count() {
        return RunningApplication.number("select count(*) from event where tenant_id = ?", business.id());
    }

    /** Until then somebody would only change what is not part of the chain yet. */
    void awaitSealed() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> RunningApplication.number("select h.position - n.position from event_head h, notary_place n")
                        == 0);
    }
}
