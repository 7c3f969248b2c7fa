package io.chatledger.query.privacy;

import static io.chatledger.readmodel.generated.Tables.RETENTION_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import org.junit.jupiter.api.Test;

class RetentionQueriesIT {

    private final RetentionQueries queries = new RetentionQueries(TestDatabase.reads());

    @Test
    void whoHasDecidedNothingKeepsWhatIsUsual() {
        assertThat(queries.get(TestDatabase.newTenant())).isEqualTo(new RetentionView(90, null, null));
    }

    @Test
    void eachTenantHasItsOwnRule() {
        TenantId strict = TestDatabase.newTenant();
        TestDatabase.OWNER
                .insertInto(RETENTION_VIEW)
                .values(strict.value(), "rule", 7, 365, Rows.START)
                .execute();

        assertThat(queries.get(strict)).isEqualTo(new RetentionView(7, 365, Rows.START));
        assertThat(queries.get(TestDatabase.newTenant())).isEqualTo(RetentionView.USUAL);
    }
}
