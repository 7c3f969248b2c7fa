package io.chatledger.web;

import io.chatledger.command.RareLine;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.message.LaterRevisionException;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every refusal and failure into problem+json with a stable code; the one place that does. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final RareLine UNAVAILABLE = new RareLine(LOG);

    private final StoreAvailability store;

    Problems(StoreAvailability store) {
        this.store = store;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(DomainProblem refusal) {
        return CallerFault.answer(refusal);
    }

    /** Read models are read with jOOQ, which has a failure of its own for what Spring calls by the same name. */
    @ExceptionHandler({
        ConcurrencyException.class,
        EventStoreException.class,
        LaterRevisionException.class,
        DataAccessException.class,
        TransactionException.class,
        org.jooq.exception.DataAccessException.class
    })
    @Nullable
    ResponseEntity<ProblemDetail> unavailable(Exception failure) {
        if (Unavailable.isForALaterRelease(failure)) {
            UNAVAILABLE.warn("Requests are for a process of a later release", failure.toString());
            return unavailable(Unavailable.laterRelease());
        }
        if (Unavailable.never(failure)) {
            return unexpected(failure);
        }
        store.doubt();
        if (!store.isAway()) {
            UNAVAILABLE.warn("Requests could not be carried out", failure.toString());
        }
        return unavailable(Unavailable.problem(failure));
    }

    private static ResponseEntity<ProblemDetail> unavailable(ProblemDetail problem) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        ResponseEntity<ProblemDetail> answer = CallerFault.answer(failure);
        if (answer != null || CallerFault.isGone(failure)) {
            return answer;
        }
        LOG.error("Unexpected failure", failure);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemWriter.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = invalidRequest("The request has invalid fields.");
        problem.setProperty(
                "errors",
                invalid.getBindingResult().getFieldErrors().stream()
                        .map(Problems::error)
                        .toList());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<ProblemDetail> refused = CallerFault.answer(unreadable);
        if (refused != null) {
            return ResponseEntity.status(refused.getStatusCode())
                    .headers(refused.getHeaders())
                    .body(refused.getBody());
        }
        ProblemDetail problem = invalidRequest("The body is not the JSON object that is expected here.");
        problem.setProperty("errors", List.of(UnreadableBody.error(unreadable)));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // the caller has gone away
        }
        String code = ProblemWriter.code(status);
        String detail = body instanceof ProblemDetail known && known.getDetail() != null
                ? known.getDetail()
                : status.getReasonPhrase();
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemWriter.problem(status, code, detail));
    }

    private static ProblemDetail invalidRequest(String detail) {
        return ProblemWriter.problem(HttpStatus.BAD_REQUEST, "invalid-request", detail);
    }

    private static Map<String, String> error(FieldError error) {
        String code = String.valueOf(error.getCode())
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT);
        return Map.of("field", error.getField(), "code", code, "message", String.valueOf(error.getDefaultMessage()));
    }
}
