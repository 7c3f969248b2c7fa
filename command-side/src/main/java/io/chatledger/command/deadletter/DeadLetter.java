package io.chatledger.command.deadletter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.deadletter.DeadLetterCommand.DiscardDeadLetter;
import io.chatledger.kernel.deadletter.DeadLetterEvent;
import io.chatledger.kernel.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.chatledger.kernel.deadletter.DeadLetterId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** What people decided about an event that could not be handled. */
class DeadLetter {

    @AggregateIdentifier
    private DeadLetterId id;

    DeadLetter() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DiscardDeadLetter command) {
        if (id == null) {
            apply(new DeadLetterDiscarded(
                    command.letterId(),
                    command.processor(),
                    command.projection(),
                    command.eventType(),
                    command.eventId(),
                    command.reason(),
                    command.at()));
        }
    }

    @EventSourcingHandler
    void on(DeadLetterEvent event) {
        switch (event) {
            case DeadLetterDiscarded discarded -> id = discarded.letterId();
        }
    }
}
