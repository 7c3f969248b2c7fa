package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.UpdatableRecord;

/**
 * Carries a batch of events into a projection's table: loads the rows they touch, folds in order, writes what has
 * changed. Live execution and rebuild both go through here; only the context, and so the table's schema, differs.
 */
public final class TableFold<E extends Event, R extends UpdatableRecord<R>> {

    private final Projection<E, R> projection;
    private final Rows<R> rows;

    /** @param dsl takes part in the caller's transaction */
    public TableFold(Projection<E, R> projection, DSLContext dsl) {
        this.projection = projection;
        this.rows = new Rows<>(projection.table(), projection.columns(), dsl);
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
        return replace(before, fold(before, steps));
    }

    /** The rows that there are of those keys. */
    public Map<RowKey, R> load(Collection<RowKey> keys) {
        return rows.load(List.copyOf(keys));
    }

    /** Clears the rows that hold data of the persons; call once all their events are folded. */
    public List<RowChange> forget(List<StreamId> persons) {
        Field<String> column = projection.person();
        if (column == null || persons.isEmpty()) {
            return List.of();
        }
        Map<RowKey, R> before = rows.of(column, persons);
        Map<RowKey, R> after = new LinkedHashMap<>(before);
        after.replaceAll((key, row) -> projection.forgotten(row));
        return replace(before, after);
    }

    /** Writes what is not as it was before. */
    public List<RowChange> replace(Map<RowKey, R> before, Map<RowKey, R> after) {
        List<R> written = after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        List<R> removed = before.entrySet().stream()
                .filter(entry -> !after.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        rows.write(written);
        rows.remove(removed);
        return Stream.concat(written.stream(), removed.stream())
                .map(row -> new RowChange(Columns.TENANT.of(row), projection.subject(row)))
                .toList();
    }

    private List<Step<E>> steps(List<Fact> facts) {
        List<Step<E>> steps = new ArrayList<>();
        facts.forEach(fact -> steps.addAll(Step.of(projection, fact)));
        return steps;
    }

    private Map<RowKey, R> fold(Map<RowKey, R> before, List<Step<E>> steps) {
        Map<RowKey, R> folded = new LinkedHashMap<>(before);
        for (Step<E> step : steps) {
            fold(folded, step);
        }
        return folded;
    }

    /** Puts the row as it is after the step into the rows; all of it or nothing. */
    public void fold(Map<RowKey, R> rows, Step<E> step) {
        NextRow<R> folded = projection.next(rows.get(step.key()), step);
        if (folded.row() == null) {
            rows.remove(step.key());
        } else {
            rows.put(step.key(), folded.row());
        }
        folded.added().forEach(row -> rows.put(RowKey.of(row), row));
    }
}
