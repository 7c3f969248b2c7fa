package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Client;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditEventsIT {

    private static final AuditedBusiness AUDITED = AuditedBusiness.with(AuditApplication.SHARED, 4);

    @Test
    void everyEventIsThereTheNewestFirst() {
        List<JsonNode> found = all("");
        assertThat(found).hasSize((int) AUDITED.count());
        assertThat(found)
                .isSortedAccordingTo(Comparator.comparing(
                                (JsonNode one) -> one.get("position").longValue())
                        .reversed());
        JsonNode note = found.getFirst();
        assertThat(note.get("type").asString()).isEqualTo("conversation.NoteAdded");
        assertThat(note.get("aggregateId").asString()).isEqualTo(AUDITED.conversation());
        assertThat(note.get("actor").get("type").asString()).isEqualTo("account");
        assertThat(note.get("payload").isObject()).isTrue();
        assertThat(note.get("correlationId").asString()).isNotEmpty();
        assertThat(note.get("hash").asString()).hasSize(64);
    }

    @Test
    void noHeaderNarrowsTheAnswer() {
        Client proxied = AUDITED.owner()
                .with("Type", "NoteAdded")
                .with("Feature", "account")
                .with("Actor", "%%%");
        assertThat(proxied.get("/api/v1/audit/events?limit=200").expecting(200).items())
                .hasSameSizeAs(
                        AUDITED.owner().get("/api/v1/audit/events?limit=200").items());
    }

    @Test
    void anEventIsFoundByItsIdAndByItsPosition() {
        JsonNode event = all("").getFirst();
        assertThat(one(event.get("id").asString())).isEqualTo(event);
        assertThat(one(Long.toString(event.get("position").longValue()))).isEqualTo(event);
        AUDITED.owner().get("/api/v1/audit/events/nothing").refusedWith(404, "not-found");
        AuditedBusiness other = AuditedBusiness.with(AuditApplication.SHARED, 0);
        other.owner().get("/api/v1/audit/events/" + event.get("id").asString()).refusedWith(404, "not-found");
    }

    @Test
    void aCustomersMessageIsTracedBackToItsWebhook() {
        JsonNode received = all("?type=MessageReceived").getFirst();
        JsonNode tree = AUDITED.owner()
                .get("/api/v1/audit/causation/" + received.get("id").asString())
                .expecting(200)
                .json();
        assertThat(tree.get("kind").asString()).isEqualTo("webhook");
        assertThat(tree.get("id")).isEqualTo(received.get("correlationId"));
        assertThat(tree.get("children").valueStream()).anySatisfy(command -> {
            assertThat(command.get("type").asString()).isEqualTo("ReceiveMessage");
            assertThat(command.get("children").valueStream())
                    .extracting(event -> event.get("type").asString())
                    .contains("conversation.ConversationOpened", "conversation.MessageReceived");
        });
        AUDITED.owner().get("/api/v1/audit/causation/nothing").refusedWith(404, "not-found");
    }

    @Test
    void whatAnAnswerSetOffHangsBelowIt() {
        String message = AUDITED.owner()
                .post(
                        "/api/v1/conversations/" + AUDITED.conversation() + "/messages",
                        java.util.Map.of("type", "text", "text", "Hola"))
                .expecting(202)
                .string("id");
        assertThat(message).isNotEmpty();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> !all("?type=SendingStarted").isEmpty());
        String queued = all("?type=MessageQueued").getFirst().get("id").asString();
        JsonNode tree = AUDITED.owner()
                .get("/api/v1/audit/causation/" + queued)
                .expecting(200)
                .json();
        assertThat(tree.get("kind").asString()).isEqualTo("request");
        JsonNode command = tree.get("children").get(0);
        assertThat(command.get("type").asString()).isEqualTo("SendMessage");
        JsonNode event = command.get("children")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(queued))
                .findFirst()
                .orElseThrow();
        assertThat(event.get("children").valueStream())
                .extracting(one -> one.get("type").asString())
                .contains("StartSending");
    }

    private static JsonNode one(String id) {
        return AUDITED.owner().get("/api/v1/audit/events/" + id).expecting(200).json();
    }

    private static List<JsonNode> all(String query) {
        return AUDITED.owner().all("/api/v1/audit/events" + query);
    }
}
