package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
                "revision = revision + 1",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "event_id = 'another'",
                "aggregate_type = 'Another'",
                "aggregate_id = aggregate_id || '0'",
                "sequence = 4000"
            })
    void anyChangeOfAColumnIsFound(String change) {
        application.awaitLinked();
        long at = audited.positionOf(3);
        assertThat(application.tamper("update event set " + change + " where position = ?", at))
                .isOne();
        audited.assertInvalid(at, "event-changed");
    }

    @Test
    void anEventGivenToSomebodyElseIsFoundByBoth() {
        AuditedBusiness other = AuditedBusiness.with(application, 0);
        application.awaitLinked();
        long at = audited.positionOf(3);
        application.tamper("update event set tenant_id = ? where position = ?", other.tenant(), at);
        audited.assertInvalid(at, "event-removed");
        JsonNode answer = other.verify();
        assertThat(answer.get("firstInvalidPosition").longValue()).isEqualTo(at);
    }

    @Test
    void aRemovedEventIsFound() {
        application.awaitLinked();
        long at = audited.positionOf(2);
        application.tamper("delete from event where position = ?", at);
        audited.assertInvalid(at, "event-removed");
    }

    @Test
    void twoEventsThatChangedPlacesAreFound() {
        application.awaitLinked();
        long one = audited.positionOf(2);
        long other = audited.positionOf(4);
        application.tamper("update event set position = -1 where position = ?", one);
        application.tamper("update event set position = ? where position = ?", one, other);
        application.tamper("update event set position = ? where position = -1", other);
        audited.assertInvalid(one, "event-changed");
    }

    @Test
    void anEventPutInBeforeAllIsFound() {
        application.awaitLinked();
        application.tamper(
                "insert into event select -?::bigint, 'put in', tenant_id, null, 'put in' || position, 0, name, revision,"
                        + " recorded_at, payload, metadata from event where position = ?",
                audited.positionOf(1),
                audited.positionOf(1));
        audited.assertInvalid(-audited.positionOf(2), "event-without-hash");
    }

    @Test
    void aHashThatIsTakenAwayIsFound() {
        application.awaitLinked();
        long at = audited.positionOf(2);
        application.tamper("delete from event_hash where tenant_id = ? and position = ?", tenant, at);
        audited.assertInvalid(at, "event-without-hash");
    }

    @Test
    void aTailTakenAwayWithItsHashesIsFound() {
        application.awaitLinked();
        long at = audited.positionOf((int) audited.count() - 1);
        application.tamper("delete from event where position = ?", at);
        application.tamper("delete from event_hash where tenant_id = ? and position = ?", tenant, at);
        audited.assertInvalid(at, "end-of-chain");
    }
}
