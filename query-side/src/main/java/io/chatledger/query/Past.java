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
 * @param leave lets go of the view
 */
public record Past(UUID replay, String schema, Instant moment, Runnable leave) implements AutoCloseable {

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
