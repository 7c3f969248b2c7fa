package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Projection;
import io.chatledger.projection.deadletter.Discards;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.UpdatableRecord;

/** A projection and the table that is made of it. */
record ProjectionTable<E extends Event, R extends UpdatableRecord<R>>(Projection<E, R> projection, BulkTable<R> table) {

    static <E extends Event, R extends UpdatableRecord<R>> ProjectionTable<E, R> of(
            Projection<E, R> projection, ReplayTables tables) {
        return new ProjectionTable<>(projection, new BulkTable<>(projection, tables));
    }

    /** For one more segment. */
    MemoryRows<E, R> rows(Discards discards) {
        return new MemoryRows<>(projection, table, discards);
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
