package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A business with a short history, and what its owner does and asks. */
record AuditedBusiness(AuditApplication application, String tenant, Client owner, String conversation) {

    /** @param notes how many events it makes besides those of a customer's first message */
    static AuditedBusiness with(AuditApplication application, int notes) {
        Business registered =
                Business.register(application.stranger(), Business.registration(Unique.word() + "@example.com"));
        Client owner = registered.owner();
        Number number = Number.unconnected();
        owner.post("/api/v1/channels", Business.channel(number)).expecting(201);
        Body body = Body.messages(number, List.of(Body.text(Unique.digits(), Unique.wamid(), "Hola, Ñandú")));
        application
                .stranger()
                .with("X-Hub-Signature-256", Webhook.signature(body.bytes()))
                .post(Webhook.PATH, body.bytes())
                .expecting(200);
        List<JsonNode> found = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> owner.all("/api/v1/conversations"), all -> !all.isEmpty());
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> application.number("select count(*) from webhook_journal where state = 'received'") == 0);
        AuditedBusiness business = new AuditedBusiness(
                application, registered.id(), owner, found.getFirst().get("id").asString());
        business.look();
        for (int i = 0; i < notes; i++) {
            business.note("nota " + i);
        }
        return business;
    }

    /** Its owner has read what tests read, so that doing it again makes no events. */
    private void look() {
        events();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> application.number(
                                "select count(*) from event where tenant_id = ? and name = 'audit.PersonalDataRead'",
                                tenant)
                        == 2);
    }

    /** The same business at another node. */
    AuditedBusiness at(AuditApplication other) {
        Client there = new Client(other.stranger().base(), owner.headers());
        return new AuditedBusiness(other, tenant, there, conversation);
    }

    void note(String text) {
        owner.post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", text))
                .expecting(200);
    }

    JsonNode verify() {
        return owner.get("/api/v1/audit/verify").expecting(200).json();
    }

    /** Verifying finds that, and there. */
    JsonNode assertInvalid(long position, String reason) {
        JsonNode answer = verify();
        assertThat(answer.get("valid").booleanValue()).isFalse();
        assertThat(answer.get("firstInvalidPosition").longValue()).isEqualTo(position);
        assertThat(answer.get("reason").asString()).isEqualTo(reason);
        return answer;
    }

    JsonNode checkpoint() {
        return owner.post("/api/v1/audit/checkpoints").expecting(201).json();
    }

    List<JsonNode> events() {
        return owner.all("/api/v1/audit/events?order=asc");
    }

    long positionOf(int index) {
        return application.number(
                "select position from event where tenant_id = ? order by position offset ? limit 1", tenant, index);
    }

    long count() {
        return application.number("select count(*) from event where tenant_id = ?", tenant);
    }
}
