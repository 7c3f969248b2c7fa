package io.chatledger.projection.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Step;
import java.util.stream.Stream;
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
    private final RowKey key;
    private @Nullable R row;

    private StreamRow(Projection<E, R> projection, RowKey key) {
        this.projection = projection;
        this.key = key;
    }

    /** The rows that an event touches, before anything has happened. */
    static <E extends Event, R extends UpdatableRecord<R>> Stream<StreamRow<E, R>> touchedBy(
            Event event, Projection<E, R> projection, TenantId tenant) {
        return Step.of(projection, new Fact(tenant, event)).stream()
                .map(step -> new StreamRow<>(projection, step.key()));
    }

    /** The row with that id, before anything has happened. */
    static <E extends Event, R extends UpdatableRecord<R>> StreamRow<E, R> of(
            Projection<E, R> projection, String id, TenantId tenant) {
        return new StreamRow<>(projection, new RowKey(tenant.value(), id));
    }

    RowKey key() {
        return key;
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
        for (Step<E> step : Step.of(projection, new Fact(new TenantId(key.tenant()), event))) {
            if (step.key().equals(key)) {
                row = projection.fold(row, step.event(), key);
            }
        }
    }

    /** What the event makes of the row. */
    RowEffect effect(Event event) {
        ObjectNode before = fields();
        fold(event);
        return new RowEffect(projection.name(), key.id(), before, fields());
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
