package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What checkpoints show of what somebody has done who can change everything in the database. */
class CheckpointEvidenceIT {

    private final AuditApplication application = AuditApplication.SHARED;
    private final AuditedBusiness audited = AuditedBusiness.with(application, 6);
    private final String tenant = audited.tenant();

    @Test
    void whoRewritesTheWholeChainIsFoundByTheCheckpoint() throws SQLException {
        long covered = audited.checkpoint().get("position").longValue();
        audited.note("después");
        application.awaitLinked();
        application.tamper("update event set payload = '{}'::json where position = ?", audited.positionOf(2));
        Forgery.rewriteChain(audited);
        JsonNode answer = audited.assertInvalid(covered, "history-rewritten");
        assertThat(answer.get("checkpoints").get("valid").booleanValue()).isFalse();
    }

    @Test
    void whoRewritesTheChainAndRemovesTheCheckpointsIsFoundByACopyOfOne() throws SQLException {
        JsonNode kept = audited.checkpoint();
        audited.owner().post("/api/v1/audit/verify", kept).expecting(200);
        application.tamper("update event set payload = '{}'::json where position = ?", audited.positionOf(2));
        Forgery.rewriteChain(audited);
        application.tamper("delete from event_checkpoint where tenant_id = ?", tenant);
        assertThat(audited.verify().get("valid").booleanValue()).isTrue();
        JsonNode answer = audited.owner()
                .post("/api/v1/audit/verify", kept)
                .expecting(200)
                .json();
        assertThat(answer.get("valid").booleanValue()).isFalse();
        assertThat(answer.get("firstInvalidPosition").longValue())
                .isEqualTo(kept.get("position").longValue());
    }

    @Test
    void aTailThatACheckpointCoversIsMissedWhateverElseIsCoveredUp() throws SQLException {
        long covered = audited.checkpoint().get("position").longValue();
        application.awaitLinked();
        application.tamper("delete from event where tenant_id = ? and position = ?", tenant, covered);
        Forgery.rewriteChain(audited);
        audited.assertInvalid(covered, "event-removed");
    }

    @Test
    void aCheckpointTakenOutOfTheSeriesIsMissed() {
        long first = audited.checkpoint().get("position").longValue();
        audited.note("más");
        long second = audited.checkpoint().get("position").longValue();
        assertThat(second).isGreaterThan(first);
        application.tamper("delete from event_checkpoint where tenant_id = ? and position = ?", tenant, first);
        audited.assertInvalid(second, "checkpoint-removed-before");
    }

    @Test
    void withoutACheckpointTheHistoryAloneIsVerified() {
        assertThat(audited.owner()
                        .post("/api/v1/audit/verify")
                        .expecting(200)
                        .json()
                        .get("valid")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsNoCheckpointIsRefusedWithItsFields() {
        JsonNode problem = audited.owner()
                .post("/api/v1/audit/verify", Map.of("position", 1))
                .refusedWith(400, "invalid-request")
                .json();
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("tenant");
    }

    @Test
    void theHashesCannotBeChangedByTheirOwnWriter() throws SQLException {
        audited.checkpoint();
        for (String table : new String[] {"event_hash", "event_checkpoint", "event_gap"}) {
            try (Connection connection = application.owner();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("truncate " + table)).hasMessageContaining("evidence");
                statement.execute("set role chatledger_notary");
                assertThatThrownBy(() -> statement.execute("delete from " + table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void nobodySeesTheChainOfOthers() {
        JsonNode mine = audited.checkpoint();
        AuditedBusiness other = AuditedBusiness.with(application, 0);
        assertThat(other.owner().get("/api/v1/audit/checkpoints").items()).isEmpty();
        JsonNode answer =
                other.owner().post("/api/v1/audit/verify", mine).expecting(200).json();
        assertThat(answer.get("valid").booleanValue()).isFalse();
    }
}
