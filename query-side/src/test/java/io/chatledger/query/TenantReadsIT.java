package io.chatledger.query;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantReadsIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final TenantReads reads = TestDatabase.reads();

    @AfterEach
    void backToThePresent() {
        Past.leaveAny();
    }

    @Test
    void aRowIsFoundByItsIdAndTenant() {
        rows.contact("a", row -> row.setName("Ana"));

        assertThat(reads.row(tenant, CONTACT_VIEW, "a"))
                .map(ContactViewRecord::getName)
                .contains("Ana");
        assertThat(reads.row(tenant, CONTACT_VIEW, "b")).isEmpty();
        assertThat(reads.row(TestDatabase.newTenant(), CONTACT_VIEW, "a")).isEmpty();
    }

    @Test
    void whereOnlySingleRowsAreKnownOfThePastNoOtherTimeIsShown() {
        rows.contact("a", row -> row.setName("Ana"));
        new Past(Rows.START, new Past.Events(new Before()), () -> {}).enter();

        assertThat(reads.row(tenant, CONTACT_VIEW, "a"))
                .map(ContactViewRecord::getName)
                .contains("Anita");
        assertThatIllegalStateException()
                .isThrownBy(() -> reads.read(tenant, database -> database.fetchCount(CONTACT_VIEW)));
    }

    @Test
    void aStatementThatDoesNotComeToItsEndIsRefusedForGood() {
        TenantReads impatient = TestDatabase.reads(Duration.ofMillis(50));

        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> impatient.read(tenant, database -> database.fetch("select pg_sleep(20)")))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(DomainProblem.Kind.UNPROCESSABLE))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-long"));
    }

    @Test
    void manyQuestionsOfOneTenantLeaveConnectionsToAnother() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int question = 0; question < 50; question++) {
                threads.execute(() -> reads.read(tenant, database -> held(gate)));
            }
            TenantId other = TestDatabase.newTenant();

            Callable<Integer> question = () -> reads.read(other, database -> database.fetchCount(CONTACT_VIEW));
            try {
                assertThat(threads.submit(question).get(15, TimeUnit.SECONDS)).isZero();
            } finally {
                gate.countDown();
            }
        }
    }

    @Test
    void longReadingsKeepNobodyWaitingWhoAsksForLittle() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int question = 0; question < 10; question++) {
                threads.execute(() -> reads.readLong(tenant, database -> held(gate)));
            }
            List<Future<Integer>> quick = new ArrayList<>();
            for (int question = 0; question < 6; question++) {
                quick.add(threads.submit(() -> reads.read(tenant, database -> database.fetchCount(CONTACT_VIEW))));
            }
            for (Future<Integer> one : quick) {
                assertThat(one.get(3, TimeUnit.SECONDS)).isZero();
            }
            gate.countDown();
        }
    }

    @Test
    void aLongReadingMayTakeLongerThanOthers() {
        TenantReads impatient = TestDatabase.reads(Duration.ofMillis(50));

        int rows = impatient.readLong(
                tenant, database -> database.fetch("select pg_sleep(0.2)").size());
        assertThat(rows).isOne();
    }

    @Test
    void aReadingWithinAReadingTakesNoSecondPlace() {
        assertThat(nested(20)).isEqualTo(20);
    }

    private int nested(int depth) {
        return depth == 0 ? 0 : reads.read(tenant, database -> 1 + nested(depth - 1));
    }

    private static boolean held(CountDownLatch gate) {
        try {
            return gate.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class Before implements Past.Rows {
        @Override
        public <R extends UpdatableRecord<R>> Optional<R> find(TenantId tenant, Table<R> table, String id) {
            R row = table.newRecord();
            row.set(table.field("name", String.class), "Anita");
            return Optional.of(row);
        }
    }
}
