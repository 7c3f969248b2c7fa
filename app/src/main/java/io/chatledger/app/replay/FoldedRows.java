package io.chatledger.app.replay;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.asof.EventEffects;
import io.chatledger.query.audit.RowsAround;
import java.util.List;

/** Rows around events for queries, folded by the projections. */
record FoldedRows(EventEffects effects) implements RowsAround {

    @Override
    public List<Around> event(TenantId tenant, long position) {
        return effects.of(tenant, position).stream()
                .map(row -> new Around(row.view(), row.id(), row.before(), row.after()))
                .toList();
    }
}
