package io.chatledger.projection.deadletter;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.RowChange;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Step;
import io.chatledger.projection.TableFold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * Carries a batch into a projection's table where something in it is known to fail: whatever belongs to a parked row,
 * stream or tenant is parked behind it, what fails now is parked with its cause, and all the rest is written.
 */
public final class CarefulFold<E extends Event, R extends UpdatableRecord<R>> {

    private final TableFold<E, R> fold;
    private final String projection;
    private final DSLContext dsl;
    private final Parking parking;
    private final List<RowChange> changes = new ArrayList<>();

    /** @param dsl takes part in the caller's transaction */
    public CarefulFold(TableFold<E, R> fold, DSLContext dsl, Parking parking) {
        this.fold = fold;
        this.projection = fold.projection().name();
        this.dsl = dsl;
        this.parking = parking;
    }

    /** Call inside a transaction. What was put aside is in the parking then. */
    public List<RowChange> apply(List<Happening> events) {
        return apply(events, this::steps);
    }

    /**
     * The same, for events that were put aside.
     *
     * @param sequence in which they were: where it is a row, the other rows that they touch have had them
     */
    List<RowChange> apply(List<Happening> events, String sequence) {
        return apply(events, Sequences.isRow(sequence) ? event -> stepsOfRow(event, sequence) : this::steps);
    }

    private List<RowChange> apply(List<Happening> events, Function<Happening, List<Step<E>>> steps) {
        Map<RowKey, RowWork<E>> rows = new LinkedHashMap<>();
        for (Happening event : events) {
            if (event.concerns(fold.projection())) {
                steps.apply(event).forEach(step -> sort(event, step, rows));
            }
        }
        attempt(List.copyOf(rows.values()));
        return changes;
    }

    /** None where it stands behind what is parked as a whole, or its rows cannot be told. */
    private List<Step<E>> steps(Happening event) {
        for (String before : Sequences.before(fold.projection(), event)) {
            if (parking.holds(before)) {
                parking.park(event, projection, before, null);
                return List.of();
            }
        }
        return told(event, Sequences.wide(fold.projection(), event));
    }

    /** Whatever becomes of it, it stays the row's: the other rows would get it twice. */
    private List<Step<E>> stepsOfRow(Happening event, String sequence) {
        if (parking.holds(sequence)) {
            parking.park(event, projection, sequence, null);
            return List.of();
        }
        return told(event, sequence).stream()
                .filter(step -> sequence.equals(Sequences.row(projection, step.key())))
                .toList();
    }

    /** @param otherwise where it is parked if its rows cannot be told */
    private List<Step<E>> told(Happening event, String otherwise) {
        try {
            if (event.failure() != null) {
                throw new IllegalStateException(event.failure());
            }
            return event.fact() == null ? List.of() : Step.of(fold.projection(), event.fact());
        } catch (RuntimeException | LinkageError failure) {
            parking.park(event, projection, otherwise, FailureCause.of(failure));
            return List.of();
        }
    }

    private void sort(Happening event, Step<E> step, Map<RowKey, RowWork<E>> rows) {
        String row = Sequences.row(projection, step.key());
        if (parking.holds(row)) {
            parking.park(event, projection, row, null);
        } else {
            rows.computeIfAbsent(step.key(), key -> new RowWork<>(key, new ArrayList<>()))
                    .tasks()
                    .add(new Task<>(event, step));
        }
    }

    private void attempt(List<RowWork<E>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        dsl.execute("savepoint attempt");
        List<Refused<E>> refused = new ArrayList<>();
        try {
            changes.addAll(carry(rows, refused));
            dsl.execute("release savepoint attempt");
        } catch (RuntimeException failure) {
            if (!FailureCause.isRefused(failure)) {
                throw failure;
            }
            dsl.execute("rollback to savepoint attempt");
            divide(rows, FailureCause.of(failure));
            return;
        }
        refused.forEach(one -> park(one.task(), one.cause()));
    }

    private List<RowChange> carry(List<RowWork<E>> rows, List<Refused<E>> refused) {
        Map<RowKey, R> before = fold.load(rows.stream().map(RowWork::key).toList());
        Map<RowKey, R> after = new LinkedHashMap<>(before);
        for (RowWork<E> row : rows) {
            fold(row, after, refused);
        }
        return fold.replace(before, after);
    }

    /** As far as it goes: the row stays as it was before the event that fails. */
    private void fold(RowWork<E> row, Map<RowKey, R> after, List<Refused<E>> refused) {
        boolean failed = false;
        for (Task<E> task : row.tasks()) {
            try {
                if (failed) {
                    refused.add(new Refused<>(task, null));
                } else {
                    fold.fold(after, task.step());
                }
            } catch (RuntimeException | LinkageError failure) {
                refused.add(new Refused<>(task, FailureCause.of(failure)));
                failed = true;
            }
        }
    }

    /** PostgreSQL names no row: halves find it, and then its single events. */
    private void divide(List<RowWork<E>> rows, FailureCause cause) {
        if (rows.size() > 1) {
            attempt(rows.subList(0, rows.size() / 2));
            attempt(rows.subList(rows.size() / 2, rows.size()));
            return;
        }
        RowWork<E> row = rows.getFirst();
        if (row.tasks().size() == 1) {
            park(row.tasks().getFirst(), cause);
            return;
        }
        for (Task<E> task : row.tasks()) {
            if (parking.holds(Sequences.row(projection, row.key()))) {
                park(task, null);
            } else {
                attempt(List.of(new RowWork<>(row.key(), List.of(task))));
            }
        }
    }

    private void park(Task<E> task, @Nullable FailureCause cause) {
        parking.park(
                task.event(), projection, Sequences.row(projection, task.step().key()), cause);
    }

    private record Task<E extends Event>(Happening event, Step<E> step) {}

    private record RowWork<E extends Event>(RowKey key, List<Task<E>> tasks) {}

    private record Refused<E extends Event>(
            Task<E> task, @Nullable FailureCause cause) {}
}
