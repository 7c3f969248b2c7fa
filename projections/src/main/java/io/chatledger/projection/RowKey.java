package io.chatledger.projection;

import org.jooq.Record;

/** The primary key of a view. */
public record RowKey(String tenant, String id) {

    /** Of a row of any view. */
    public static RowKey of(Record row) {
        return new RowKey(Columns.TENANT.of(row), Columns.ID.of(row));
    }
}
