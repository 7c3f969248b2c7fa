package io.chatledger.query.replay;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Past;
import java.util.Optional;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

/** A past in which there was nothing. */
final class NoRows implements Past.Rows {

    @Override
    public <R extends UpdatableRecord<R>> Optional<R> find(TenantId tenant, Table<R> table, String id) {
        return Optional.empty();
    }
}
