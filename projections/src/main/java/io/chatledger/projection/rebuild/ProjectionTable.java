package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Projection;
import io.chatledger.projection.deadletter.Discards;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.UpdatableRecord;

/** A projection, the table that is made of it, and how far. */
final class ProjectionTable<E extends Event, R extends UpdatableRecord<R>> {

    private final Projection<E, R> projection;
    private final BulkTable<R> table;
    private volatile long position;
    private volatile long end;

    private ProjectionTable(Projection<E, R> projection, BulkTable<R> table, long beginning) {
        this.projection = projection;
        this.table = table;
        this.position = beginning;
        this.end = beginning;
    }

    static <E extends Event, R extends UpdatableRecord<R>> ProjectionTable<E, R> of(
            Projection<E, R> projection, HistoryTables tables, long beginning) {
        return new ProjectionTable<>(projection, new BulkTable<>(projection, tables), beginning);
    }

    Projection<E, R> projection() {
        return projection;
    }

    BulkTable<R> table() {
        return table;
    }

    /** Of the last event that was folded. */
    long position() {
        return position;
    }

    /** How far it is to get with the events that are read next; it never goes back. */
    void expect(long wanted) {
        end = Math.max(position, wanted);
    }

    long end() {
        return end;
    }

    /** Whether it has still to fold what is at the position. */
    boolean lacks(long event) {
        return event > position && event <= end;
    }

    /** All that was expected is folded. */
    void arrive() {
        position = end;
    }

    /** For one more segment. */
    MemoryRows<E, R> rows(Discards discards) {
        return new MemoryRows<>(this, discards);
    }

    /** What an erasure does to the rows that are there when it happens; all of them must be in the table. */
    void forget(Collection<Person> persons) {
        Field<String> column = projection.person();
        if (column != null && !persons.isEmpty()) {
            List<R> rows = table.takeOf(column, persons);
            table.put(rows.stream().map(projection::forgotten).toList());
        }
    }
}
