package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A fold from the events to the rows of one table with the primary key {@code (tenant_id, id)}. An event touches as many
 * rows as it says, and each of them is folded by itself: from the row and the event alone, with no clock, no randomness,
 * no other row or table, no side effect. The same events give the same bytes, whoever executes the fold. It is found by
 * its type: there is no list of them.
 *
 * @param <E> the events it looks at: a family of them, or what its families have in common
 * @param <R> its rows
 */
public interface Projection<E extends Event, R extends UpdatableRecord<R>> {

    /** Short, unique and stable. */
    String name();

    Table<R> table();

    /** Goes up whenever the same events give other rows, which are then made again on the next start. */
    default int version() {
        return 1;
    }

    /**
     * The lane in which it is kept up to date. Whoever takes long and can wait has one of its own, so that nobody else has
     * to; it must hold no person's data. A lane comes and goes with its projections.
     */
    default String lane() {
        return Lane.SHARED;
    }

    /** The families of events; all others pass by unread. */
    Set<Class<? extends E>> events();

    /** The ids of the rows that the event touches, known from the event alone; none where it touches none. */
    List<String> ids(E event);

    /**
     * A row as it is after an event that touches it. Never changes the row it is given and never throws for what an
     * event says.
     *
     * @param row as it is; null where there is none
     * @param key of the row
     * @return null where there is no row any more
     */
    @Nullable
    R fold(@Nullable R row, E event, RowKey key);

    /**
     * The same, for a projection whose rows name their events or whose events also make rows of their own.
     *
     * @param step the event with its place in the history, and the key of the row
     */
    default NextRow<R> next(@Nullable R row, Step<E> step) {
        return new NextRow<>(fold(row, step.event(), step.key()), List.of());
    }

    /** What readers know the changed row by; other than the row's id only where they look at rows in groups. */
    default String subject(R row) {
        return Columns.ID.of(row);
    }

    /** Which events a fold of the history must show to one and the same worker, in order; live there is but one. */
    default Partition partition() {
        return Partition.BY_STREAM;
    }

    /** The stream whose events alone make the row with that id; null where nothing is asked about single rows. */
    default @Nullable StreamId stream(TenantId tenant, UUID id) {
        return null;
    }

    /** The column with the key of the person whose data a row holds; null where rows hold nobody's. */
    default @Nullable Field<String> person() {
        return null;
    }

    /**
     * The column that says since when a person is erased, where a row is a person of its own, found again by
     * {@link #stream}; null where rows are about other things.
     */
    default @Nullable Field<Instant> erasedAt() {
        return null;
    }

    /**
     * The row without what it says about its person: what the fold makes of events that cannot be opened any more, and
     * so the same again whenever it is made anew.
     */
    default R forgotten(R row) {
        return row;
    }

    /** The columns it writes: all but those that the database derives. */
    default List<Field<?>> columns() {
        return Columns.written(table());
    }

    /** How a fold of the history may divide the events among workers. */
    enum Partition {
        /** A row is touched by events of one stream only. */
        BY_STREAM,
        /** A row may be touched by events of several streams of its tenant. */
        BY_TENANT
    }
}
