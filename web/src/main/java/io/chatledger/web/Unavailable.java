package io.chatledger.web;

import io.chatledger.eventstore.StoreOverloadedException;
import io.chatledger.eventstore.UnknownOutcomeException;
import io.chatledger.kernel.message.LaterRevisionException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why something cannot be carried out at the moment. */
final class Unavailable {

    /** Data that cannot be, statements that cannot be understood, and more than the database can ever do. */
    private static final Set<String> FOR_GOOD = Set.of("0A", "22", "42", "54");

    /** The check by which the table refuses events in a form that is no longer written. */
    private static final String SUPERSEDED = "event_revision_not_superseded";

    private Unavailable() {}

    /** Whether the same would fail the same way again, so that nobody may be told to try. */
    static boolean never(Exception failure) {
        if (failure instanceof ConcurrencyException || failure instanceof EventStoreException) {
            return false;
        }
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException refused) {
                String state = Objects.requireNonNullElse(refused.getSQLState(), "");
                return FOR_GOOD.stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }

    /** Whether it is for a process of a later release: the store holds, or takes, what this one does not know. */
    static boolean isForALaterRelease(Exception failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof LaterRevisionException
                    || (one instanceof SQLException
                            && String.valueOf(one.getMessage()).contains(SUPERSEDED))) {
                return true;
            }
        }
        return false;
    }

    static ProblemDetail laterRelease() {
        return problem(
                "release-behind", "This needs a process of a later release than the one that was asked; try again.");
    }

    static ProblemDetail problem(Exception failure) {
        return switch (failure) {
            case ConcurrencyException _ -> problem("busy", "Others are changing the same thing; try again.");
            case StoreOverloadedException _ ->
                problem("overloaded", "More is waiting to be stored than can be; nothing was stored, try again.");
            case UnknownOutcomeException _ ->
                problem(
                        "outcome-unknown",
                        "The database was lost before it answered: it may be stored or not."
                                + " Try again with the same Idempotency-Key.");
            default -> problem("storage-unavailable", "The data cannot be reached at the moment; try again.");
        };
    }

    private static ProblemDetail problem(String code, String detail) {
        return ProblemWriter.problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    }
}
