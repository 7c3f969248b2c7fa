package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.rig.Parallel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NotaryIT {

    private static final String NOTARIES =
            "select count(*) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory'"
                    + " and l.classid::bigint = hashtext('chatledger')::bigint & 4294967295 and l.granted"
                    + " and a.datname = current_database()";

    @Test
    void oneNodeLinksWhatAllWriteAndAnotherTakesOver() {
        String database = TestCluster.create(Unique.word());
        AuditApplication first = new AuditApplication(database);
        AuditedBusiness audited = AuditedBusiness.with(first, 1);
        try (AuditApplication second = new AuditApplication(database)) {
            AuditedBusiness there = audited.at(second);
            Parallel.times(20, n -> {
                (n % 2 == 0 ? audited : there).note("nota " + n);
                return n;
            });
            assertValid(there.verify(), audited.count());
            assertThat(first.number(NOTARIES)).isOne();
            first.close();
            there.note("después");
            assertValid(there.verify(), there.count());
            assertThat(second.number(NOTARIES)).isOne();
        } finally {
            first.close();
        }
    }

    @Test
    void itGoesOnWhereItWasStopped() {
        String database = TestCluster.create(Unique.word());
        try (AuditApplication application = new AuditApplication(database)) {
            AuditedBusiness audited = AuditedBusiness.with(application, 3);
            application.awaitLinked();
            for (int i = 0; i < 5; i++) {
                application.number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where application_name = 'chatledger_notary' and datname = current_database()");
                audited.note("tras el corte " + i);
            }
            assertValid(audited.verify(), audited.count());
        }
        try (AuditApplication again = new AuditApplication(database)) {
            AuditedBusiness audited = AuditedBusiness.with(again, 3);
            assertValid(audited.verify(), audited.count());
            assertThat(again.number("select count(*) from event_hash"))
                    .isEqualTo(again.number(
                            "select count(*) from event where position <=" + " (select position from notary_place)"));
        }
    }

    @Test
    void anEventTakenAwayBeforeItWasLinkedLeavesAGapThatIsFound() {
        try (AuditApplication application = new AuditApplication(TestCluster.create(Unique.word()))) {
            AuditedBusiness audited = AuditedBusiness.with(application, 3);
            application.awaitLinked();
            long gap = application.number("update event_head set position = position + 1 returning position");
            audited.note("después");
            JsonNode answer = audited.verify();
            assertThat(answer.get("firstInvalidPosition").longValue()).isEqualTo(gap);
            assertThat(answer.get("reason").asString()).isEqualTo("position-without-event");
        }
    }

    @Test
    void aHistoryLongerThanABatchIsLinkedAndVerified() {
        try (AuditApplication application = new AuditApplication(TestCluster.create(Unique.word()))) {
            AuditedBusiness audited = AuditedBusiness.with(application, 1);
            application.tamper("""
                    with head as (update event_head set position = position + 3500 returning position)
                    insert into event select h.position - 3500 + n, gen_random_uuid()::text, tenant_id, null,
                      gen_random_uuid()::text, 0, name, revision, recorded_at, payload, metadata
                    from event e, head h, generate_series(1, 3500) n
                    where e.position = (select max(position) from event where tenant_id = ?)
                    """, audited.tenant());
            assertValid(audited.verify(), audited.count());
            assertThat(application.number("select count(*) from event_gap")).isZero();
        }
    }

    private static void assertValid(JsonNode answer, long events) {
        assertThat(answer.get("valid").booleanValue()).as(answer.toString()).isTrue();
        assertThat(answer.get("events").longValue()).isEqualTo(events);
    }
}
