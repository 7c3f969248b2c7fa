package io.chatledger.command.webhook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookCommand.RecordOutcome;
import io.chatledger.kernel.webhook.WebhookCommand.RecordReceipt;
import io.chatledger.kernel.webhook.WebhookCommand.RecordRepeats;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryIgnored;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryReceived;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** What became of one webhook body, as far as it concerns one tenant. */
class Delivery {

    @AggregateIdentifier
    private DeliveryId id;

    private int attempts;
    private boolean processed;
    private int duplicates;
    private int repeats;

    Delivery() {}

    /** Answers whether its last outcome was {@code processed}. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(RecordReceipt command) {
        if (id == null) {
            apply(new DeliveryReceived(command.deliveryId(), command.source(), command.receivedAt(), command.at()));
        }
        return processed;
    }

    @CommandHandler
    void handle(RecordOutcome command) {
        int attempt = attempts + 1;
        String reason = Objects.requireNonNullElse(command.reason(), "unknown");
        apply(
                switch (command.outcome()) {
                    case processed ->
                        new DeliveryProcessed(id, attempt, command.reason(), counted(command), command.at());
                    case ignored -> new DeliveryIgnored(id, attempt, reason, command.at());
                    case failed -> new DeliveryFailed(id, attempt, reason, command.at());
                });
    }

    @CommandHandler
    void handle(RecordRepeats command) {
        if (command.repeats() > repeats) {
            apply(new DeliveryRepeated(id, command.repeats(), command.at()));
        }
    }

    /** A later attempt meets what the first one stored; that makes no duplicates. */
    private int counted(RecordOutcome command) {
        return attempts == 0 ? command.duplicates() : duplicates;
    }

    @EventSourcingHandler
    void on(WebhookEvent event) {
        switch (event) {
            case DeliveryReceived received -> id = received.deliveryId();
            case DeliveryProcessed done -> {
                attempts = done.attempt();
                duplicates = done.duplicates();
                processed = true;
            }
            case DeliveryIgnored ignored -> unused(ignored.attempt());
            case DeliveryFailed failed -> unused(failed.attempt());
            case DeliveryRepeated repeated -> repeats = repeated.repeats();
        }
    }

    private void unused(int attempt) {
        attempts = attempt;
        processed = false;
    }
}
