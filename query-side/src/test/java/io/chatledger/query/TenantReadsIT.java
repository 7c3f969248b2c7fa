package io.chatledger.query;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import java.util.Optional;
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

    private static final class Before implements Past.Rows {
        @Override
        public <R extends UpdatableRecord<R>> Optional<R> find(TenantId tenant, Table<R> table, String id) {
            R row = table.newRecord();
            row.set(table.field("name", String.class), "Anita");
            return Optional.of(row);
        }
    }
}
