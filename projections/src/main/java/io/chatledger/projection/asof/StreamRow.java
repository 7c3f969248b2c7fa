package io.chatledger.projection.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One row as a projection makes it of a stream's events, in memory. */
final class StreamRow<E extends Event, R extends UpdatableRecord<R>> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Projection<E, R> projection;
    private final String id;
    private final TenantId tenant;
    private @Nullable R row;

    private StreamRow(Projection<E, R> projection, String id, TenantId tenant) {
        this.projection = projection;
        this.id = id;
        this.tenant = tenant;
    }

    /** The row that an event touches, before anything has happened; null where it touches none. */
    static <E extends Event, R extends UpdatableRecord<R>> @Nullable StreamRow<E, R> touchedBy(
            Event event, Projection<E, R> projection, TenantId tenant) {
        if (!projection.events().isInstance(event)) {
            return null;
        }
        String id = projection.id(projection.events().cast(event));
        return id == null ? null : of(projection, id, tenant);
    }

    /** The row with that id, before anything has happened. */
    static <E extends Event, R extends UpdatableRecord<R>> StreamRow<E, R> of(
            Projection<E, R> projection, String id, TenantId tenant) {
        return new StreamRow<>(projection, id, tenant);
    }

    /** As it is; null where there is none. */
    @Nullable
    R row() {
        return row;
    }

    /** The key of the person whose data it holds; null where it holds nobody's. */
    @Nullable
    String person() {
        R current = row;
        Field<String> column = projection.person();
        return current == null || column == null ? null : current.get(column);
    }

    /** Takes out what it says about its person. */
    void forget() {
        R current = row;
        row = current == null ? null : projection.forgotten(current);
    }

    void fold(Event event) {
        if (projection.events().isInstance(event)) {
            E known = projection.events().cast(event);
            if (id.equals(projection.id(known))) {
                row = projection.fold(row, known, tenant);
            }
        }
    }

    /** What the event makes of the row. */
    RowEffect effect(Event event) {
        ObjectNode before = fields();
        fold(event);
        return new RowEffect(projection.name(), id, before, fields());
    }

    private @Nullable ObjectNode fields() {
        R current = row;
        if (current == null) {
            return null;
        }
        ObjectNode fields = JSON.createObjectNode();
        for (Field<?> column : projection.columns()) {
            fields.set(column.getName(), json(current.get(column)));
        }
        return fields;
    }

    private static JsonNode json(@Nullable Object value) {
        return value instanceof JSONB stored ? JSON.readTree(stored.data()) : JSON.valueToTree(value);
    }
}
