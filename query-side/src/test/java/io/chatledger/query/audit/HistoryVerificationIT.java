package io.chatledger.query.audit;

import static io.chatledger.query.TestDatabase.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class HistoryVerificationIT {

    /** More than two portions. */
    private static final int LONG = 1_100;

    private final TenantId tenant = TestDatabase.newTenant();
    private final ChainReads reads = new ChainReads(TestDatabase.reads(), "postgres");
    private final Checkpoints checkpoints = new Checkpoints(reads);

    @Test
    void aLongHistoryIsGoneThroughToItsEnd() {
        LinkedHistory history = new LinkedHistory(tenant, LONG);
        history.sign();
        history.store(1);

        Verification found = verify(history);

        assertThat(found.valid()).isTrue();
        assertThat(found.events()).isEqualTo(LONG + 1);
        assertThat(found.checkpoints()).isEqualTo(new Verification.Signed(1, true, history.position(LONG - 1)));
    }

    @Test
    void withoutAnyEventThereIsNothingToFind() {
        Verification found = verify(new LinkedHistory(tenant, 0));

        assertThat(found.valid()).isTrue();
        assertThat(found.events()).isZero();
    }

    @Test
    void anEventThatIsGoneIsFoundWhereItWas() {
        LinkedHistory history = new LinkedHistory(tenant, 9);
        tamper("delete from event where position = {0}", history.position(4));

        assertThat(verify(history).firstInvalidPosition()).isEqualTo(history.position(4));
    }

    @Test
    void aWordThatWasChangedIsFoundWhereItIs() {
        LinkedHistory history = new LinkedHistory(tenant, LONG);
        tamper("update event set payload = '{\"text\": \"other\"}' where position = {0}", history.position(700));

        assertThat(verify(history).firstInvalidPosition()).isEqualTo(history.position(700));
    }

    @Test
    void anEndThatWasCutOffIsMissed() {
        LinkedHistory history = new LinkedHistory(tenant, 9);
        tamper("delete from event where position = {0}", history.position(8));
        tamper("delete from event_hash where position = {0}", history.position(8));

        assertThat(verify(history).reason()).isEqualTo("end-of-chain");
    }

    @Test
    void whatWasPutInBehindTheEndIsFound() {
        LinkedHistory history = new LinkedHistory(tenant, 3);
        long behind = history.position(2) + 1_000_000;
        LinkedHistory.row(history.event(behind, 3)).execute();

        assertThat(verify(history).firstInvalidPosition()).isEqualTo(behind);
        tamper("delete from event where position = {0}", behind);
    }

    @Test
    void aCheckpointThatSomebodyKeptMustStillBeThere() {
        LinkedHistory history = new LinkedHistory(tenant, 3);
        Checkpoint kept = history.sign();
        assertThat(verification(history).verify(tenant, kept).valid()).isTrue();

        tamper("delete from event_checkpoint where position = {0}", kept.position());

        assertThat(verification(history).verify(tenant, kept).reason()).isEqualTo("checkpoint-removed");
    }

    @Test
    void checkpointsComeTheNewestFirstEachOnce() {
        LinkedHistory history = new LinkedHistory(tenant, 1);
        Checkpoint first = history.sign();
        history.store(1);
        Checkpoint second = history.sign();
        history.store(1);
        Checkpoint third = history.sign();

        assertThat(Pages.all(1, paging -> checkpoints.find(tenant, paging))).isEqualTo(List.of(third, second, first));
        assertThat(checkpoints.after(tenant, first.position())).isEqualTo(List.of(second, third));
    }

    private Verification verify(LinkedHistory history) {
        return verification(history).verify(tenant, null);
    }

    private HistoryVerification verification(LinkedHistory history) {
        return new HistoryVerification(reads, checkpoints, history, InstantSource.fixed(Rows.START));
    }

    /** As somebody does who owns the database. */
    private static void tamper(String sql, long position) {
        OWNER.transaction(tampering -> {
            tampering.dsl().execute("set local session_replication_role = replica");
            assertThat(tampering.dsl().execute(sql, DSL.val(position))).isEqualTo(1);
        });
    }
}
