package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.Objects;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Folds events in memory, for one row. */
public final class Facts {

    public static final TenantId TENANT = new TenantId("shop-a");

    private Facts() {}

    public static <E extends Event, R extends UpdatableRecord<R>> R fold(
            Projection<E, R> projection, List<? extends E> events) {
        @Nullable R row = null;
        for (E event : events) {
            row = projection.fold(row, event, key(projection, event));
        }
        return Objects.requireNonNull(row);
    }

    /** Of the row that the event touches. */
    private static <E extends Event> RowKey key(Projection<E, ?> projection, E event) {
        return new RowKey(TENANT.value(), projection.ids(event).getFirst());
    }
}
