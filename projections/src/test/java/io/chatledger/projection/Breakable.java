package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** A projection that does as another one does, until something is put in its way. */
@SuppressWarnings("NullAway.Init")
public final class Breakable<E extends Event, R extends UpdatableRecord<R>> implements Projection<E, R> {

    private final Projection<E, R> whole;
    private final String lane;
    private volatile BiFunction<E, @Nullable R, @Nullable R> fault = (event, row) -> row;

    private volatile Predicate<E> unclear = event -> false;

    public Breakable(Projection<E, R> whole) {
        this(whole, whole.lane());
    }

    public Breakable(Projection<E, R> whole, String lane) {
        this.whole = whole;
        this.lane = lane;
    }

    /** @param fault sees the event and the row it makes, and returns another one or throws */
    public void breakBy(BiFunction<E, @Nullable R, @Nullable R> fault) {
        this.fault = fault;
    }

    /** Of some events nobody can tell which rows they touch. */
    public void tellNoRows(Predicate<E> unclear) {
        this.unclear = unclear;
    }

    public void mend() {
        this.fault = (event, row) -> row;
        this.unclear = event -> false;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public Table<R> table() {
        return whole.table();
    }

    @Override
    public Set<Class<? extends E>> events() {
        return whole.events();
    }

    @Override
    public List<String> ids(E event) {
        if (unclear.test(event)) {
            throw new IllegalStateException("unclear");
        }
        return whole.ids(event);
    }

    @Override
    public String lane() {
        return lane;
    }

    @Override
    public Partition partition() {
        return whole.partition();
    }

    @Override
    public @Nullable Field<String> person() {
        return whole.person();
    }

    @Override
    public @Nullable StreamId stream(TenantId tenant, UUID id) {
        return whole.stream(tenant, id);
    }

    @Override
    public @Nullable Field<Instant> erasedAt() {
        return whole.erasedAt();
    }

    @Override
    public R forgotten(R row) {
        return whole.forgotten(row);
    }

    @Override
    public @Nullable R fold(@Nullable R row, E event, RowKey key) {
        return fault.apply(event, whole.fold(row, event, key));
    }
}
