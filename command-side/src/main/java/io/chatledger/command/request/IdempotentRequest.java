package io.chatledger.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.message.RequestEvent.RequestCompleted;
import io.chatledger.kernel.message.RequestId;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

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

    void complete(RequestId request, String asked, String given, Instant at) {
        apply(new RequestCompleted(request, asked, given, at));
    }

    @EventSourcingHandler
    void on(RequestCompleted event) {
        id = event.requestId();
        fingerprint = event.fingerprint();
        answer = event.answer();
    }
}
