package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckpointIT {

    private final AuditApplication application = AuditApplication.SHARED;
    private final AuditedBusiness audited = AuditedBusiness.with(application, 2);

    @Test
    void itSaysWhatTheHistoryIsNow() {
        JsonNode made = audited.checkpoint();
        JsonNode verified = audited.verify();
        assertThat(made.get("tenant").asString()).isEqualTo(audited.tenant());
        assertThat(made.get("events").longValue()).isEqualTo(audited.count());
        assertThat(made.get("headHash")).isEqualTo(verified.get("headHash"));
        assertThat(verified.get("checkpoints").get("count").intValue()).isOne();
        assertThat(verified.get("checkpoints").get("lastPosition")).isEqualTo(made.get("position"));
    }

    @Test
    void withoutAnythingNewItIsTheLastOne() {
        assertThat(audited.checkpoint()).isEqualTo(audited.checkpoint());
        assertThat(audited.owner().get("/api/v1/audit/checkpoints").items()).hasSize(1);
    }

    @Test
    void eachBuildsOnTheOneBeforeAndTheNewestIsListedFirst() {
        JsonNode first = audited.checkpoint();
        audited.note("más");
        JsonNode second = audited.checkpoint();
        List<JsonNode> listed = audited.owner().all("/api/v1/audit/checkpoints");
        assertThat(listed).containsExactly(second, first);
        assertThat(second.get("previous")).isNotEqualTo(first.get("previous"));
        assertThat(audited.owner().get("/api/v1/audit/checkpoints?limit=1").items())
                .containsExactly(second);
    }

    @Test
    void copiesGoToAFile() throws IOException {
        JsonNode made = audited.checkpoint();
        assertThat(Files.readAllLines(application.checkpointFile).stream()
                        .map(line -> JsonMapper.shared().readTree(line)))
                .contains(made);
    }

    @Test
    void afterARotationTheOldKeyStaysAndTheNewOneSigns() {
        JsonNode before = audited.checkpoint();
        JsonNode key = application
                .admin()
                .post("/api/v1/admin/audit/keys/rotate")
                .expecting(201)
                .json();
        audited.note("más");
        JsonNode after = audited.checkpoint();
        assertThat(after.get("keyId")).isEqualTo(key.get("keyId")).isNotEqualTo(before.get("keyId"));
        assertThat(application.stranger().get("/api/v1/audit/keys").items())
                .extracting(one -> one.get("keyId"))
                .contains(before.get("keyId"), after.get("keyId"));
        assertThat(audited.verify().get("valid").booleanValue()).isTrue();
        audited.owner().post("/api/v1/admin/audit/keys/rotate").refusedWith(403, "forbidden");
    }

    @Test
    void onesThatAreDueAreMadeByThemselves() {
        application.awaitLinked();
        application.tamper(
                "update chain_head set waiting_since = now() - interval '1 hour' where tenant_id = ?",
                audited.tenant());
        audited.note("más");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> application.number(
                                "select count(*) from event_checkpoint where tenant_id = ?", audited.tenant())
                        == 1);
        assertThat(audited.verify().get("valid").booleanValue()).isTrue();
    }
}
