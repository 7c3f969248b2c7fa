package io.chatledger.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.request.RequestEvent.RequestCompleted;
import io.chatledger.kernel.request.RequestId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;

/** What was answered to a caller who may ask again with the same key. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class IdempotentRequest {

    @AggregateIdentifier
    private RequestId id;

    private String fingerprint;
    private String answer;

    IdempotentRequest() {}

    /** @throws DomainProblem {@code idempotency-key-reused} if something else was asked then */
    String answerTo(String asked) {
        if (!asked.equals(fingerprint)) {
            throw new DomainProblem(
                    DomainProblem.Kind.UNPROCESSABLE,
                    "idempotency-key-reused",
                    "This idempotency key was used for another request before.");
        }
        return answer;
    }

    /** @throws ConcurrencyException if the same was carried out meanwhile; it must not happen a second time */
    void complete(RequestId request, String asked, String given, Instant at) {
        if (id != null) {
            throw new ConcurrencyException("This request has been carried out meanwhile.");
        }
        apply(new RequestCompleted(request, asked, given, at));
    }

    @EventSourcingHandler
    void on(RequestCompleted event) {
        id = event.requestId();
        fingerprint = event.fingerprint();
        answer = event.answer();
    }
}
