package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Columns.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

/**
 * Carries a batch of events into a projection's table: loads the rows they touch, folds in order, writes what has
 * changed. Live execution and rebuild both go through here; only the context, and so the table's schema, differs.
 */
public final class Folding<E extends Event, R extends UpdatableRecord<R>> {

    /** Keeps a statement well below PostgreSQL's 65,535 parameters. */
    private static final int ROWS_PER_STATEMENT = 1_000;

    private final Projection<E, R> projection;
    private final DSLContext dsl;

    /** @param dsl takes part in the caller's transaction */
    public Folding(Projection<E, R> projection, DSLContext dsl) {
        this.projection = projection;
        this.dsl = dsl;
    }

    public Projection<E, R> projection() {
        return projection;
    }

    /**
     * Call inside a transaction.
     *
     * @param facts in the order of the history; those of other families are passed by
     */
    public List<RowChange> apply(List<Fact> facts) {
        List<Step<E>> steps = steps(facts);
        if (steps.isEmpty()) {
            return List.of();
        }
        Map<RowKey, R> before = load(steps.stream().map(Step::key).distinct().toList());
        Map<RowKey, R> after = fold(before, steps);
        List<R> written = after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        List<R> removed = before.entrySet().stream()
                .filter(entry -> !after.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        write(written);
        remove(removed);
        return Stream.concat(written.stream(), removed.stream())
                .map(row -> new RowChange(Columns.TENANT.of(row), projection.subject(row)))
                .toList();
    }

    private List<Step<E>> steps(List<Fact> facts) {
        List<Step<E>> steps = new ArrayList<>();
        for (Fact fact : facts) {
            E event = projection.events().isInstance(fact.event())
                    ? projection.events().cast(fact.event())
                    : null;
            String id = event == null ? null : projection.id(event);
            if (event != null && id != null) {
                steps.add(new Step<>(new RowKey(fact.tenant().value(), id), fact.tenant(), event));
            }
        }
        return steps;
    }

    private Map<RowKey, R> fold(Map<RowKey, R> before, List<Step<E>> steps) {
        Map<RowKey, R> rows = new LinkedHashMap<>(before);
        for (Step<E> step : steps) {
            R row = projection.fold(rows.get(step.key()), step.event(), step.tenant());
            if (row == null) {
                rows.remove(step.key());
            } else {
                rows.put(step.key(), row);
            }
        }
        return rows;
    }

    private Map<RowKey, R> load(List<RowKey> keys) {
        Table<R> table = projection.table();
        Map<RowKey, R> rows = new LinkedHashMap<>();
        dsl.select(projection.columns())
                .from(table)
                .where(anyOf(keys))
                .fetchInto(table)
                .forEach(row -> rows.put(Columns.keyOf(row), row));
        return rows;
    }

    private void write(List<R> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            upsert(rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size())));
        }
    }

    private void upsert(List<R> rows) {
        Table<R> table = projection.table();
        List<Field<?>> columns = projection.columns();
        InsertValuesStepN<R> insert = dsl.insertInto(table, columns);
        for (R row : rows) {
            insert = insert.values(columns.stream().map(row::get).toArray());
        }
        insert.onConflict(Columns.TENANT.in(table), Columns.ID.in(table))
                .doUpdate()
                .set(excluded(columns))
                .execute();
    }

    /** Spelled out: a context that puts tables into another schema would put {@code excluded} there too. */
    private static Map<Field<?>, Field<?>> excluded(List<Field<?>> columns) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> !Columns.isKey(column))
                .forEach(column -> values.put(
                        column, DSL.field("excluded.{0}", column.getDataType(), column.getUnqualifiedName())));
        return values;
    }

    private void remove(List<R> rows) {
        if (!rows.isEmpty()) {
            dsl.deleteFrom(projection.table())
                    .where(anyOf(rows.stream().map(Columns::keyOf).toList()))
                    .execute();
        }
    }

    /** Two array parameters, however many keys: the statement's text stays the same. */
    private Condition anyOf(List<RowKey> keys) {
        return DSL.condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                Columns.TENANT.in(projection.table()),
                Columns.ID.in(projection.table()),
                DSL.val(keys.stream().map(RowKey::tenant).toArray(String[]::new)),
                DSL.val(keys.stream().map(RowKey::id).toArray(String[]::new)));
    }

    private record Step<E>(RowKey key, TenantId tenant, E event) {}
}
