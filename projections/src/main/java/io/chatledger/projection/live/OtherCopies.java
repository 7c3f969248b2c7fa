package io.chatledger.projection.live;

import static io.chatledger.readmodel.generated.Tables.REPLAY;

import io.chatledger.kernel.message.StreamId;
import io.chatledger.projection.Columns;
import io.chatledger.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What folds have made besides the views: views of the past, and the views as they were before a rebuild. Both come
 * from the history and can be done without, so what holds an erased person's data goes.
 */
final class OtherCopies {

    private static final String FORMER = "retired";

    private final DSLContext dsl;

    OtherCopies(DSLContext dsl) {
        this.dsl = dsl;
    }

    void forget(List<Projection<?, ?>> projections, List<StreamId> persons) {
        if (persons.isEmpty()) {
            return;
        }
        String[] tenants = persons.stream().map(one -> one.tenant().value()).toArray(String[]::new);
        String[] keys = persons.stream().map(StreamId::key).toArray(String[]::new);
        // Nobody gets into one that is not ready, and the sweeper drops its tables within seconds.
        dsl.update(REPLAY)
                .set(REPLAY.STATUS, "expired")
                .where(REPLAY.TENANT_ID.in(tenants))
                .and(REPLAY.STATUS.in("ready", "building"))
                .execute();
        for (Projection<?, ?> projection : projections) {
            Field<String> person = projection.person();
            if (person != null && exists(projection.table(), person)) {
                dsl.execute(
                        "delete from {0} where ({1}, {2}) in (select * from unnest({3}, {4}))",
                        DSL.table(DSL.name(FORMER, projection.table().getName())),
                        Columns.TENANT.in(projection.table()).getUnqualifiedName(),
                        person.getUnqualifiedName(),
                        DSL.val(tenants),
                        DSL.val(keys));
            }
        }
    }

    /** A view of before may not have known yet whose its rows are. */
    private boolean exists(Table<?> table, Field<?> column) {
        return dsl.fetchExists(
                DSL.table("information_schema.columns"),
                DSL.field("table_schema", SQLDataType.VARCHAR).eq(FORMER),
                DSL.field("table_name", SQLDataType.VARCHAR).eq(table.getName()),
                DSL.field("column_name", SQLDataType.VARCHAR).eq(column.getName()));
    }
}
