package io.chatledger.projection.rebuild;

import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The table that a fold of the history by one projection fills. A row is either here or in memory: whoever wants it back takes it
 * away, so that all rows come in by COPY. Used by many threads.
 */
final class BulkTable<R extends UpdatableRecord<R>> {

    private static final int CHUNK = 1 << 16;

    private final Table<R> table;
    private final List<Field<?>> columns;
    private final HistoryTables tables;
    private final DSLContext dsl;
    private final String copy;
    private boolean keyed;

    BulkTable(Projection<?, R> projection, HistoryTables tables) {
        this.table = projection.table();
        this.columns = projection.columns();
        this.tables = tables;
        this.dsl = tables.context();
        this.copy = "copy " + DSL.name(tables.schema(), table.getName()) + " ("
                + columns.stream()
                        .map(column -> column.getUnqualifiedName().toString())
                        .collect(Collectors.joining(", "))
                + ") from stdin";
    }

    /** @param rows gone through once */
    void put(Iterable<R> rows) {
        Iterator<R> all = rows.iterator();
        if (all.hasNext()) {
            dsl.connection(connection ->
                    copy(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy), all));
        }
    }

    /** Those of the rows that are here. */
    List<R> take(Collection<RowKey> keys) {
        ensureKey();
        return take(in(DSL.field(DSL.name("id"), String.class), keys, RowKey::tenant, RowKey::id));
    }

    List<R> takeOf(Field<String> column, Collection<Person> persons) {
        return take(in(DSL.field(column.getUnqualifiedName(), String.class), persons, Person::tenant, Person::key));
    }

    /** Only where rows are looked for one by one: it makes copying slower. */
    private synchronized void ensureKey() {
        if (!keyed) {
            tables.key(table);
            keyed = true;
        }
    }

    private List<R> take(Condition condition) {
        return dsl.deleteFrom(table).where(condition).returningResult(columns).fetchInto(table);
    }

    /** Two array parameters, however many keys. */
    private static <K> Condition in(
            Field<String> column, Collection<K> keys, Function<K, String> tenant, Function<K, String> key) {
        return DSL.condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                DSL.field(DSL.name("tenant_id")),
                column,
                DSL.val(keys.stream().map(tenant).toArray(String[]::new)),
                DSL.val(keys.stream().map(key).toArray(String[]::new)));
    }

    private void copy(CopyIn in, Iterator<R> rows) throws SQLException {
        try {
            CopyText text = new CopyText();
            while (rows.hasNext()) {
                text.row(values(rows.next()));
                if (text.length() >= CHUNK) {
                    send(in, text);
                }
            }
            send(in, text);
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private static void send(CopyIn in, CopyText text) throws SQLException {
        byte[] bytes = text.take();
        in.writeToCopy(bytes, 0, bytes.length);
    }

    private Object[] values(R row) {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = row.get(columns.get(column));
        }
        return values;
    }
}
