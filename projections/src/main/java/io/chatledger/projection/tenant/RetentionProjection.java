package io.chatledger.projection.tenant;

import static io.chatledger.readmodel.generated.Tables.RETENTION_VIEW;

import io.chatledger.kernel.tenant.TenantEvent.RetentionSet;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import io.chatledger.projection.Projection;
import io.chatledger.readmodel.generated.tables.records.RetentionViewRecord;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** How long tenants keep what they have of customers: one row each. */
public final class RetentionProjection implements Projection<RetentionSet, RetentionViewRecord> {

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Table<RetentionViewRecord> table() {
        return RETENTION_VIEW;
    }

    @Override
    public Class<RetentionSet> events() {
        return RetentionSet.class;
    }

    @Override
    public String id(RetentionSet event) {
        return TenantStreamId.ofTenant(event.tenant()).key();
    }

    @Override
    public RetentionViewRecord fold(@Nullable RetentionViewRecord row, RetentionSet event, TenantId tenant) {
        RetentionViewRecord next = new RetentionViewRecord();
        next.setTenantId(tenant.value());
        next.setId(id(event));
        next.setJournalBodiesDays(event.journalBodiesDays());
        next.setInactiveContactsDays(event.inactiveContactsDays());
        next.setSetAt(event.at());
        return next;
    }
}
