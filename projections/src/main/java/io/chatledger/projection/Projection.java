package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A fold from the events to the rows of one table with the primary key {@code (tenant_id, id)}. It depends on the row
 * and the event alone: no clock, no randomness, no other table, no side effect. The same events give the same bytes.
 *
 * @param <E> the family of events it looks at
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

    /** The family of events; all others pass by unread. */
    Class<E> events();

    /** The id of the row that the event touches; null where it touches none. */
    @Nullable
    String id(E event);

    /**
     * The row as it is after the event. Never changes the row it is given and never throws for what an event says.
     *
     * @param row as it is; null where there is none
     * @return null where there is no row any more
     */
    @Nullable
    R fold(@Nullable R row, E event, TenantId tenant);

    /**
     * The same, for a projection whose rows name their events or whose events also make rows of their own.
     *
     * @param fact the event with its place in the history
     */
    default NextRow<R> fold(@Nullable R row, E event, Fact fact) {
        return new NextRow<>(fold(row, event, fact.tenant()), List.of());
    }

    /** What readers know the changed row by; other than the row's id only where they look at rows in groups. */
    default String subject(R row) {
        return Columns.ID.of(row);
    }

    /** Which events a replay must show to one and the same worker, in order. */
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

    /** How a replay may divide the events among workers. */
    enum Partition {
        /** A row is touched by events of one stream only. */
        BY_STREAM,
        /** A row may be touched by events of several streams of its tenant. */
        BY_TENANT
    }
}
