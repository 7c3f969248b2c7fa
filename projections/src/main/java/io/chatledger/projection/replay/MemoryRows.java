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
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** The rows of one projection that a segment has at hand, those touched last at the end. Used by one thread. */
final class MemoryRows<E extends Event, R extends UpdatableRecord<R>> {

    /** Of a row's key and place, beside its own bytes. */
    private static final int KEY_BYTES = 250;

    private final Projection<E, R> projection;
    private final BulkTable<R> table;
    private final PackedRows<R> packing;
    private final Map<RowKey, byte[]> rows = new LinkedHashMap<>(1 << 10, 0.75f, true);
    private final SpilledKeys spilled = new SpilledKeys();
    private long bytes;

    MemoryRows(Projection<E, R> projection, BulkTable<R> table) {
        this.projection = projection;
        this.table = table;
        this.packing = new PackedRows<>(projection.table(), projection.columns());
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
            byte[] held = rows.get(step.key());
            R before = held == null ? null : packing.unpack(held);
            Folded<R> folded = projection.fold(before, step.event(), step.fact());
            if (folded.row() != before) {
                hold(step.key(), folded.row());
            }
            folded.added().forEach(row -> hold(RowKey.of(row), row));
        }
    }

    /** Lets go of those that nobody has touched for longest, down to the given size. */
    void shrinkTo(long size) {
        List<byte[]> gone = new ArrayList<>();
        Iterator<Map.Entry<RowKey, byte[]>> oldest = rows.entrySet().iterator();
        while (bytes > size && oldest.hasNext()) {
            Map.Entry<RowKey, byte[]> row = oldest.next();
            gone.add(row.getValue());
            spilled.add(row.getKey());
            bytes -= size(row.getValue());
            oldest.remove();
        }
        // One after the other, as all at once would not find room.
        table.put(() -> gone.stream().map(packing::unpack).iterator());
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
            table.take(missing).forEach(row -> hold(RowKey.of(row), row));
        }
    }

    private void hold(RowKey key, @Nullable R row) {
        byte[] packed = row == null ? null : packing.pack(row);
        byte[] before = packed == null ? rows.remove(key) : rows.put(key, packed);
        bytes += (packed == null ? 0 : size(packed)) - (before == null ? 0 : size(before));
    }

    private static int size(byte[] packed) {
        return KEY_BYTES + packed.length;
    }

    private record Step<E>(RowKey key, E event, Fact fact) {}
}
