package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.audit.HashChain;
import io.chatledger.kernel.audit.StoredEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TamperEvidenceIT {

    private final AuditApplication application = AuditApplication.SHARED;
    private final AuditedBusiness audited = AuditedBusiness.with(application, 6);
    private final String tenant = audited.tenant();

    @Test
    void aCallRightAfterACommandKnowsItsEvents() {
        for (int i = 0; i < 5; i++) {
            audited.note("otra");
            JsonNode answer = audited.verify();
            assertThat(answer.get("valid").booleanValue()).isTrue();
            assertThat(answer.get("firstInvalidPosition").isNull()).isTrue();
            assertThat(answer.get("events").longValue()).isEqualTo(audited.count());
            assertThat(answer.get("headHash").asString())
                    .isEqualTo(audited.events().getLast().get("hash").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = (payload::text || ' ')::json",
                "payload = '{}'::json",
                "metadata = (' ' || metadata::text)::json",
                "name = 'conversation.ConversationClosed'",
                "revision = 2",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "event_id = 'another'",
                "aggregate_type = 'Another'",
                "aggregate_id = aggregate_id || '0'",
                "sequence = 4000"
            })
    void anyChangeOfAColumnIsFound(String change) {
        application.awaitSealed();
        long at = audited.positionOf(3);
        assertThat(application.tamper("update event set " + change + " where position = ?", at))
                .isOne();
        assertInvalid(at, "event-changed");
    }

    @Test
    void anEventGivenToSomebodyElseIsFoundByBoth() {
        AuditedBusiness other = AuditedBusiness.with(application, 0);
        application.awaitSealed();
        long at = audited.positionOf(3);
        application.tamper("update event set tenant_id = ? where position = ?", other.tenant(), at);
        assertInvalid(at, "event-removed");
        JsonNode answer = other.verify();
        assertThat(answer.get("firstInvalidPosition").longValue()).isEqualTo(at);
    }

    @Test
    void aRemovedEventIsFound() {
        application.awaitSealed();
        long at = audited.positionOf(2);
        application.tamper("delete from event where position = ?", at);
        assertInvalid(at, "event-removed");
    }

    @Test
    void twoEventsThatChangedPlacesAreFound() {
        application.awaitSealed();
        long one = audited.positionOf(2);
        long other = audited.positionOf(4);
        application.tamper("update event set position = -1 where position = ?", one);
        application.tamper("update event set position = ? where position = ?", one, other);
        application.tamper("update event set position = ? where position = -1", other);
        assertInvalid(one, "event-changed");
    }

    @Test
    void anEventPutInBeforeAllIsFound() {
        application.awaitSealed();
        application.tamper(
                "insert into event select -?::bigint, 'put in', tenant_id, null, 'put in' || position, 0, name, revision,"
                        + " recorded_at, payload, metadata from event where position = ?",
                audited.positionOf(1),
                audited.positionOf(1));
        assertInvalid(-audited.positionOf(2), "event-without-hash");
    }

    @Test
    void aHashThatIsTakenAwayIsFound() {
        application.awaitSealed();
        long at = audited.positionOf(2);
        application.tamper("delete from event_hash where tenant_id = ? and position = ?", tenant, at);
        assertInvalid(at, "event-without-hash");
    }

    @Test
    void aTailTakenAwayWithItsHashesIsFound() {
        application.awaitSealed();
        long at = audited.positionOf((int) audited.count() - 1);
        application.tamper("delete from event where position = ?", at);
        application.tamper("delete from event_hash where tenant_id = ? and position = ?", tenant, at);
        assertInvalid(at, "end-of-chain");
    }

    @Test
    void whoRewritesTheWholeChainIsFoundByTheCheckpoint() throws SQLException {
        long covered = audited.checkpoint().get("position").longValue();
        audited.note("después");
        application.awaitSealed();
        application.tamper("update event set payload = '{}'::json where position = ?", audited.positionOf(2));
        rewriteChain();
        JsonNode answer = assertInvalid(covered, "history-rewritten");
        assertThat(answer.get("checkpoints").get("valid").booleanValue()).isFalse();
    }

    @Test
    void whoRewritesTheChainAndRemovesTheCheckpointsIsFoundByACopyOfOne() throws SQLException {
        JsonNode kept = audited.checkpoint();
        audited.owner().post("/api/v1/audit/verify", kept).expecting(200);
        application.tamper("update event set payload = '{}'::json where position = ?", audited.positionOf(2));
        rewriteChain();
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
        application.awaitSealed();
        application.tamper("delete from event where tenant_id = ? and position = ?", tenant, covered);
        rewriteChain();
        assertInvalid(covered, "event-removed");
    }

    @Test
    void aCheckpointTakenOutOfTheSeriesIsMissed() {
        long first = audited.checkpoint().get("position").longValue();
        audited.note("más");
        long second = audited.checkpoint().get("position").longValue();
        assertThat(second).isGreaterThan(first);
        application.tamper("delete from event_checkpoint where tenant_id = ? and position = ?", tenant, first);
        assertInvalid(second, "checkpoint-removed-before");
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

    private JsonNode assertInvalid(long position, String reason) {
        JsonNode answer = audited.verify();
        assertThat(answer.get("valid").booleanValue()).isFalse();
        assertThat(answer.get("firstInvalidPosition").longValue()).isEqualTo(position);
        assertThat(answer.get("reason").asString()).isEqualTo(reason);
        return answer;
    }

    /** All that somebody can do who has every right in the database, and no key. */
    private void rewriteChain() throws SQLException {
        try (Connection connection = application.owner();
                Statement statement = connection.createStatement()) {
            Tampering.on(connection, "delete from event_hash where tenant_id = ?", tenant);
            byte[] hash = HashChain.genesis(tenant);
            try (ResultSet row = statement.executeQuery(
                    "select position, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
                            + " (extract(epoch from recorded_at) * 1000000)::bigint, payload::text, metadata::text"
                            + " from event where tenant_id = '" + tenant + "' order by position")) {
                while (row.next()) {
                    hash = HashChain.link(hash, event(row));
                    Tampering.on(connection, "insert into event_hash values (?, ?, ?)", tenant, row.getLong(1), hash);
                }
            }
            Tampering.on(
                    connection,
                    "update chain_head set hash = ?, events = (select count(*) from event where tenant_id = ?),"
                            + " position = (select max(position) from event where tenant_id = ?) where tenant_id = ?",
                    hash,
                    tenant,
                    tenant,
                    tenant);
        }
        assertThat(application.number("select count(*) from event_hash where tenant_id = ?", tenant))
                .isEqualTo(audited.count());
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                tenant,
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getInt(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10));
    }
}
