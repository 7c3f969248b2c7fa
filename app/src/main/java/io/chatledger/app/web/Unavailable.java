package io.chatledger.app.web;

import io.chatledger.app.store.StoreOverloadedException;
import io.chatledger.app.store.UnknownOutcomeException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why something cannot be carried out at the moment. */
final class Unavailable {

    private Unavailable() {}

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
