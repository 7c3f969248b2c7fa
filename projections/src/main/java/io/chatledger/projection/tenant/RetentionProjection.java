package io.chatledger.projection.tenant;

import static io.chatledger.readmodel.generated.Tables.RETENTION_VIEW;

import io.chatledger.kernel.tenant.TenantEvent.RetentionSet;
import io.chatledger.kernel.tenant.TenantStreamId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.readmodel.generated.tables.records.RetentionViewRecord;
import java.util.List;
import java.util.Set;
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
    public Set<Class<? extends RetentionSet>> events() {
        return Set.of(RetentionSet.class);
    }

    @Override
    public List<String> ids(RetentionSet event) {
        return List.of(TenantStreamId.ofTenant(event.tenant()).key());
    }

    @Override
    public RetentionViewRecord fold(@Nullable RetentionViewRecord row, RetentionSet event, RowKey key) {
        RetentionViewRecord next = new RetentionViewRecord();
        next.setTenantId(key.tenant());
        next.setId(key.id());
        next.setJournalBodiesDays(event.journalBodiesDays());
        next.setInactiveContactsDays(event.inactiveContactsDays());
        next.setSetAt(event.at());
        return next;
    }
}
