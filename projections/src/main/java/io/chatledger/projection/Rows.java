package io.chatledger.projection;

import io.chatledger.kernel.message.StreamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

/**
 * The rows of a view, read and written many at a time.
 *
 * @param columns those that are read and written
 */
record Rows<R extends UpdatableRecord<R>>(Table<R> table, List<Field<?>> columns, DSLContext dsl) {

    /** Keeps a statement well below PostgreSQL's 65,535 parameters. */
    private static final int ROWS_PER_STATEMENT = 1_000;

    Map<RowKey, R> load(List<RowKey> keys) {
        return load(anyOf(Columns.ID.in(table), keys));
    }

    /** Those that hold data of one of the persons. */
    Map<RowKey, R> of(Field<String> person, List<StreamId> persons) {
        return load(anyOf(
                person,
                persons.stream()
                        .map(one -> new RowKey(one.tenant().value(), one.key()))
                        .toList()));
    }

    private Map<RowKey, R> load(Condition wanted) {
        Map<RowKey, R> rows = new LinkedHashMap<>();
        dsl.select(columns).from(table).where(wanted).fetchInto(table).forEach(row -> rows.put(RowKey.of(row), row));
        return rows;
    }

    void write(List<R> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            upsert(rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size())));
        }
    }

    private void upsert(List<R> rows) {
        InsertValuesStepN<R> insert = dsl.insertInto(table, columns);
        for (R row : rows) {
            insert = insert.values(columns.stream().map(row::get).toArray());
        }
        insert.onConflict(Columns.TENANT.in(table), Columns.ID.in(table))
                .doUpdate()
                .set(excluded())
                .execute();
    }

    /** Spelled out: a context that puts tables into another schema would put {@code excluded} there too. */
    private Map<Field<?>, Field<?>> excluded() {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> !Columns.isKey(column))
                .forEach(column -> values.put(
                        column, DSL.field("excluded.{0}", column.getDataType(), column.getUnqualifiedName())));
        return values;
    }

    void remove(List<R> rows) {
        if (!rows.isEmpty()) {
            dsl.deleteFrom(table)
                    .where(anyOf(
                            Columns.ID.in(table), rows.stream().map(RowKey::of).toList()))
                    .execute();
        }
    }

    /** Two array parameters, however many keys: the statement's text stays the same. */
    private Condition anyOf(Field<String> column, List<RowKey> keys) {
        return DSL.condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                Columns.TENANT.in(table),
                column,
                DSL.val(keys.stream().map(RowKey::tenant).toArray(String[]::new)),
                DSL.val(keys.stream().map(RowKey::id).toArray(String[]::new)));
    }
}
