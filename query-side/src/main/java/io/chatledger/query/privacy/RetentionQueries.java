package io.chatledger.query.privacy;

import static io.chatledger.readmodel.generated.Tables.RETENTION_VIEW;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.RetentionViewRecord;
import org.springframework.stereotype.Component;

/** Answers how long a tenant keeps things. */
@Component
public class RetentionQueries {

    private final TenantReads reads;

    public RetentionQueries(TenantReads reads) {
        this.reads = reads;
    }

    public RetentionView get(TenantId tenant) {
        RetentionViewRecord row = reads.read(
                tenant,
                database -> database.selectFrom(RETENTION_VIEW)
                        .where(RETENTION_VIEW.TENANT_ID.eq(tenant.value()))
                        .fetchOne());
        return row == null
                ? RetentionView.USUAL
                : new RetentionView(row.getJournalBodiesDays(), row.getInactiveContactsDays(), row.getSetAt());
    }
}
