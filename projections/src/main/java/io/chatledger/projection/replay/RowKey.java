package io.chatledger.projection.replay;

import java.util.Objects;
import org.jooq.Record;

/** The primary key of a view. */
record RowKey(String tenant, String id) {

    static RowKey of(Record row) {
        return new RowKey(
                Objects.requireNonNull(row.get("tenant_id", String.class)),
                Objects.requireNonNull(row.get("id", String.class)));
    }
}
