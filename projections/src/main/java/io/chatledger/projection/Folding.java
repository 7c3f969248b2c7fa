package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Columns.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

/**
 * Carries a batch of events into a projection's table: loads the rows they touch, folds in order, writes what has
 * changed. Live execution and rebuild both go through here; only the context, and so the table's schema, differs.
 */
public final class Folding<E extends Event, R extends UpdatableRecord<R>> {

    private final Projection<E, R> projection;
    private final Rows<R> rows;

    /** @param dsl takes part in the caller's transaction */
    public Folding(Projection<E, R> projection, DSLContext dsl) {
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
        Map<RowKey, R> before =
                rows.load(steps.stream().map(Step::key).distinct().toList());
        Map<RowKey, R> after = fold(before, steps);
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
        Map<RowKey, R> folded = new LinkedHashMap<>(before);
        for (Step<E> step : steps) {
            R row = projection.fold(folded.get(step.key()), step.event(), step.tenant());
            if (row == null) {
                folded.remove(step.key());
            } else {
                folded.put(step.key(), row);
            }
        }
        return folded;
    }

    private record Step<E>(RowKey key, TenantId tenant, E event) {}
}
