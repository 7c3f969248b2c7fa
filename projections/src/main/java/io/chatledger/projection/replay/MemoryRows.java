package io.chatledger.projection.replay;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Folded;
import io.chatledger.projection.Projection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.JSONB;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** The rows of one projection that a segment has at hand, those touched last at the end. Used by one thread. */
final class MemoryRows<E extends Event, R extends UpdatableRecord<R>> {

    /** Of a row and of each of its values, beside their characters. */
    private static final int ROW_BYTES = 250;

    private static final int VALUE_BYTES = 48;

    private final Projection<E, R> projection;
    private final BulkTable<R> table;
    private final Map<RowKey, Held<R>> rows = new LinkedHashMap<>(1 << 10, 0.75f, true);
    private final SpilledKeys spilled = new SpilledKeys();
    private long bytes;

    MemoryRows(Projection<E, R> projection, BulkTable<R> table) {
        this.projection = projection;
        this.table = table;
    }

    /** Of the projection. */
    String name() {
        return projection.name();
    }

    /** Roughly what the rows take of memory. */
    long bytes() {
        return bytes;
    }

    void fold(List<Fact> facts) {
        List<Step<E>> steps = steps(facts);
        bringBack(steps);
        for (Step<E> step : steps) {
            Held<R> held = rows.get(step.key());
            R before = held == null ? null : held.row();
            Folded<R> folded = projection.fold(before, step.event(), step.fact());
            if (folded.row() != before) {
                hold(step.key(), held, folded.row());
            }
            folded.added().forEach(row -> hold(RowKey.of(row), null, row));
        }
    }

    /** Lets go of those that nobody has touched for longest, down to the given size. */
    void shrinkTo(long size) {
        List<R> gone = new ArrayList<>();
        Iterator<Map.Entry<RowKey, Held<R>>> oldest = rows.entrySet().iterator();
        while (bytes > size && oldest.hasNext()) {
            Map.Entry<RowKey, Held<R>> row = oldest.next();
            gone.add(row.getValue().row());
            spilled.add(row.getKey());
            bytes -= row.getValue().bytes();
            oldest.remove();
        }
        table.put(gone);
    }

    void flush() {
        shrinkTo(0);
    }

    private List<Step<E>> steps(List<Fact> facts) {
        List<Step<E>> steps = new ArrayList<>();
        for (Fact fact : facts) {
            if (projection.events().isInstance(fact.event())) {
                E event = projection.events().cast(fact.event());
                String id = projection.id(event);
                if (id != null) {
                    steps.add(new Step<>(new RowKey(fact.tenant().value(), id), event, fact));
                }
            }
        }
        return steps;
    }

    private void bringBack(List<Step<E>> steps) {
        Set<RowKey> missing = new LinkedHashSet<>();
        for (Step<E> step : steps) {
            if (!rows.containsKey(step.key()) && spilled.mayContain(step.key())) {
                missing.add(step.key());
            }
        }
        if (!missing.isEmpty()) {
            table.take(missing).forEach(row -> hold(RowKey.of(row), null, row));
        }
    }

    private void hold(RowKey key, @Nullable Held<R> before, @Nullable R after) {
        bytes -= before == null ? 0 : before.bytes();
        if (after == null) {
            rows.remove(key);
        } else {
            Held<R> held = new Held<>(after, size(after));
            rows.put(key, held);
            bytes += held.bytes();
        }
    }

    private static int size(UpdatableRecord<?> row) {
        int size = ROW_BYTES;
        for (int column = 0; column < row.size(); column++) {
            size += switch (row.get(column)) {
                case null -> 0;
                case String text -> VALUE_BYTES + text.length();
                case JSONB json -> VALUE_BYTES + json.data().length();
                default -> VALUE_BYTES;
            };
        }
        return size;
    }

    private record Step<E>(RowKey key, E event, Fact fact) {}

    private record Held<R>(R row, int bytes) {}
}
