package io.chatledger.query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earlier time, from which everything that the current thread reads is answered while it is entered.
 *
 * @param replay the view of that time
 * @param schema of the database where the read models of that time are
 * @param moment by which whatever depends on time is judged
 * @param named whether it was asked for by the view's id, not by its moment
 * @param leave lets go of the view
 */
public record Past(UUID replay, String schema, Instant moment, boolean named, Runnable leave) implements AutoCloseable {

    /** How an address says an instant. */
    public static final String MOMENT = "asOf";

    /** How an address says a view's id. */
    public static final String REPLAY = "replay";

    private static final ThreadLocal<Past> CURRENT = new ThreadLocal<>();

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
        return named ? REPLAY : MOMENT;
    }

    public String value() {
        return named ? replay.toString() : moment.toString();
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
