package io.chatledger.command;

import io.chatledger.kernel.message.LaterRevisionException;
import io.chatledger.kernel.problem.DomainProblem;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of what things are kept in from failures of the things themselves: the store or the database is away,
 * busy, lost a race, or did not say what it did. Whatever meets one is worth another attempt, however many there were.
 */
public final class StorageFailure {

    private StorageFailure() {}

    public static boolean isOne(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        boolean ofStore = false;
        for (@Nullable Throwable one = failure; one != null && seen.add(one); one = one.getCause()) {
            if (ofStore && one instanceof SQLException sql && isRefusal(sql)) {
                // Somebody else was first, again and again; or a later release has taken over.
                return "23505".equals(sql.getSQLState())
                        || String.valueOf(sql.getMessage()).contains("event_revision_not_superseded");
            }
            if (isOneItself(one)) {
                return true;
            }
            // Unless what lies beneath says that it will never take it.
            ofStore |= one instanceof EventStoreException;
        }
        return ofStore;
    }

    private static boolean isOneItself(Throwable failure) {
        return switch (failure) {
            case SQLException sql -> !isRefusal(sql);
            case DomainProblem problem -> problem.kind() == DomainProblem.Kind.UNAVAILABLE;
            case AxonTransientException _, TimeoutException _, InterruptedException _ -> true;
            // A process of a later release can, and does.
            case LaterRevisionException _ -> true;
            default -> false;
        };
    }

    /** PostgreSQL has understood what it was given and will never take it: data exceptions, constraints, limits. */
    private static boolean isRefusal(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.startsWith("22") || state.startsWith("23") || state.equals("54000");
    }
}
