package io.chatledger.command.request;

import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.request.RequestId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Carries a command with an idempotency key out once, for ever: the record of the answer is appended together with the
 * command's events, so there are both or neither, and of two at the same time one is refused by the store.
 */
final class OnceOnly implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String REQUEST = "request";

    private final Repository<IdempotentRequest> requests;

    /** What {@link ApiCommands} attaches to the command; it does not go into events. */
    record Request(RequestId id, String fingerprint, String answer, Instant at) {}

    OnceOnly(Repository<IdempotentRequest> requests) {
        this.requests = requests;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (!(unitOfWork.getMessage().getMetaData().get(REQUEST) instanceof Request request)) {
            return chain.proceed();
        }
        String recorded = recorded(request.id(), request.fingerprint());
        if (recorded != null) {
            return recorded;
        }
        proceed(chain, request);
        requests.loadOrCreate(request.id().value(), IdempotentRequest::new)
                .execute(r -> r.complete(request.id(), request.fingerprint(), request.answer(), request.at()));
        return request.answer();
    }

    private static void proceed(InterceptorChain chain, Request request) throws Exception {
        try {
            chain.proceed();
        } catch (Exception refused) {
            if (NewStreams.isExpected(request.id().value())) {
                // Nobody has looked yet: what was carried out before may well be refused now.
                throw new ConcurrencyException("This request may have been carried out before.", refused);
            }
            throw refused;
        }
    }

    @CommandHandler
    @Nullable
    String handle(RecallAnswer command) {
        return recorded(command.id(), command.fingerprint());
    }

    private @Nullable String recorded(RequestId id, String fingerprint) {
        try {
            return requests.load(id.value()).invoke(r -> r.answerTo(fingerprint));
        } catch (AggregateNotFoundException first) {
            return null;
        }
    }
}
