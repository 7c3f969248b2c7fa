package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Fact;
import io.chatledger.projection.NextRow;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Step;
import io.chatledger.projection.deadletter.Discards;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one projection that a segment has at hand. Used by one thread.
 *
 * <p>Which were touched last is known roughly: those that were touched since the last time there was no room, and the
 * others. To keep an order would change objects all over an old heap, which the garbage collector would have to go
 * through while everybody waits.
 */
final class MemoryRows<E extends Event, R extends UpdatableRecord<R>> {

    /** Of a row's key and place, beside its own bytes. */
    private static final int KEY_BYTES = 250;

    private final ProjectionTable<E, R> target;
    private final Projection<E, R> projection;
    private final BulkTable<R> table;
    private final Discards discards;
    private final PackedRows<R> packing;
    private Map<RowKey, byte[]> recent = new LinkedHashMap<>();
    private Map<RowKey, byte[]> older = new LinkedHashMap<>();
    private final SpilledKeys spilled = new SpilledKeys();
    private long bytes;

    MemoryRows(ProjectionTable<E, R> target, Discards discards) {
        this.target = target;
        this.projection = target.projection();
        this.table = target.table();
        this.discards = discards;
        this.packing = new PackedRows<>(projection.table(), projection.columns());
    }

    /** Roughly what the rows take of memory. */
    long bytes() {
        return bytes;
    }

    void fold(List<Fact> facts) {
        List<Step<E>> steps = steps(facts);
        bringBack(steps);
        for (Step<E> step : steps) {
            byte[] held = touch(step.key());
            R before = held == null ? null : packing.unpack(held);
            NextRow<R> next = projection.next(before, step);
            if (next.row() != before) {
                hold(step.key(), next.row());
            }
            next.added().forEach(row -> hold(RowKey.of(row), row));
        }
    }

    /** Lets go of some that nobody has touched for long, down to the given size. */
    void shrinkTo(long size) {
        List<byte[]> gone = new ArrayList<>();
        while (bytes > size) {
            if (older.isEmpty()) {
                older = recent;
                recent = new LinkedHashMap<>();
            }
            letGo(size, gone);
        }
        // One after the other, as all at once would not find room.
        table.put(() -> gone.stream().map(packing::unpack).iterator());
    }

    private void letGo(long size, List<byte[]> gone) {
        Iterator<Map.Entry<RowKey, byte[]>> rows = older.entrySet().iterator();
        while (bytes > size && rows.hasNext()) {
            Map.Entry<RowKey, byte[]> row = rows.next();
            gone.add(row.getValue());
            spilled.add(row.getKey());
            bytes -= size(row.getValue());
            rows.remove();
        }
    }

    void flush() {
        shrinkTo(0);
    }

    private List<Step<E>> steps(List<Fact> facts) {
        List<Step<E>> steps = new ArrayList<>();
        for (Fact fact : facts) {
            if (!target.lacks(fact.position())) {
                continue;
            }
            for (Step<E> step : Step.of(projection, fact)) {
                if (!discards.contains(projection.name(), step.key(), fact.position())) {
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    private void bringBack(List<Step<E>> steps) {
        Set<RowKey> missing = new LinkedHashSet<>();
        for (Step<E> step : steps) {
            if (touch(step.key()) == null && spilled.mayContain(step.key())) {
                missing.add(step.key());
            }
        }
        if (!missing.isEmpty()) {
            table.take(missing).forEach(row -> hold(RowKey.of(row), row));
        }
    }

    private byte @Nullable [] touch(RowKey key) {
        byte[] row = recent.get(key);
        if (row == null) {
            row = older.remove(key);
            if (row != null) {
                recent.put(key, row);
            }
        }
        return row;
    }

    private void hold(RowKey key, @Nullable R row) {
        byte[] before = touch(key);
        bytes -= before == null ? 0 : size(before);
        if (row == null) {
            recent.remove(key);
        } else {
            byte[] packed = packing.pack(row);
            recent.put(key, packed);
            bytes += size(packed);
        }
    }

    private static int size(byte[] packed) {
        return KEY_BYTES + packed.length;
    }
}
