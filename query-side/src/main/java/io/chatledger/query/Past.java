package io.chatledger.query;

import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * An earlier time, from which everything that the current thread reads is answered while it is entered.
 *
 * @param moment by which whatever depends on time is judged
 * @param source where what was then is found
 * @param leave lets go of the source
 */
public record Past(Instant moment, Source source, Runnable leave) implements AutoCloseable {

    /** How an address says an instant. */
    public static final String MOMENT = "asOf";

    /** How an address says a view's id. */
    public static final String REPLAY = "replay";

    private static final ThreadLocal<Past> CURRENT = new ThreadLocal<>();

    /** What the past is read from. */
    public sealed interface Source {}

    /**
     * The read models as they were, all of them.
     *
     * @param replay the view of that time
     * @param schema of the database where its tables are
     * @param named whether it was asked for by its id, not by its moment
     */
    public record View(UUID replay, String schema, boolean named) implements Source {}

    /** Events, of which single rows are made one by one; there are no tables. */
    public record Events(Rows rows) implements Source {}

    /** Finds single rows as they were. */
    public interface Rows {
        <R extends UpdatableRecord<R>> Optional<R> find(TenantId tenant, Table<R> table, String id);
    }

    /** Where the current thread is; null in the present. */
    public static @Nullable Past current() {
        return CURRENT.get();
    }

    /** What time it is where the current thread is. */
    public static Instant now(InstantSource clock) {
        Past past = CURRENT.get();
        return past == null ? clock.instant() : past.moment();
    }

    /** What an address that leads here says, besides {@link #value}. */
    public String parameter() {
        return source instanceof View view && view.named() ? REPLAY : MOMENT;
    }

    public String value() {
        return source instanceof View view && view.named() ? view.replay().toString() : moment.toString();
    }

    /**
     * Where the tables are.
     *
     * @throws IllegalStateException if there are none
     */
    public String schema() {
        return switch (source) {
            case View view -> view.schema();
            case Events _ -> throw new IllegalStateException("only single rows can be read as of " + moment);
        };
    }

    /** Until {@link #leaveAny}. */
    public void enter() {
        CURRENT.set(this);
    }

    /** Back to the present, wherever the current thread was. */
    public static void leaveAny() {
        Past past = CURRENT.get();
        CURRENT.remove();
        if (past != null) {
            past.close();
        }
    }

    @Override
    public void close() {
        leave.run();
    }
}
