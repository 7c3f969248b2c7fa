package io.chatledger.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.ReportPayment;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationCommand.WithholdMessage;
import io.chatledger.kernel.conversation.ConversationEvent.MessageIdentified;
import io.chatledger.kernel.conversation.ConversationEvent.MessageWithheld;
import io.chatledger.kernel.conversation.ConversationEvent.OfProviderMessage;
import io.chatledger.kernel.conversation.ConversationEvent.PaymentReported;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.conversation.PaymentStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a provider calls one message: it may be received once, and its statuses are a set of facts, whatever their order
 * and number, and whether we know the message or not.
 */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class ProviderMessage {

    @AggregateIdentifier
    private MessageKey key;

    private @Nullable String deliveryId;
    private @Nullable ConversationId conversation;
    private final Set<Fact> facts = new HashSet<>();

    private final Set<PaymentStatus> payments = new HashSet<>();

    private record Fact(String status, Instant at) {}

    ProviderMessage() {}

    /** Where it was received; null where it was not. */
    @Nullable
    ConversationId conversation() {
        return conversation;
    }

    /** Whether it was received, or withheld. */
    boolean isKnown() {
        return deliveryId != null;
    }

    Received identify(ReceiveMessage c) {
        if (deliveryId != null) {
            return deliveryId.equals(c.deliveryId()) ? Received.TAKEN_UP_AGAIN : Received.DUPLICATE;
        }
        apply(new MessageIdentified(c.messageKey(), c.conversationId(), c.messageId(), c.deliveryId(), c.at()));
        return Received.STORED;
    }

    /** Does nothing where the message is known. */
    void withhold(WithholdMessage c) {
        if (deliveryId == null) {
            apply(new MessageWithheld(c.messageKey(), c.deliveryId(), c.at()));
        }
    }

    Received report(ReportStatus c) {
        if (facts.contains(new Fact(c.status().status(), c.status().at()))) {
            return Received.DUPLICATE;
        }
        apply(new StatusReported(
                c.messageKey(), c.channelId(), c.endpoint(), c.conversationId(), c.messageId(), c.status(), c.at()));
        return Received.STORED;
    }

    Received report(ReportPayment c) {
        if (payments.contains(c.payment())) {
            return Received.DUPLICATE;
        }
        apply(new PaymentReported(
                c.messageKey(), c.channelId(), c.endpoint(), c.conversationId(), c.messageId(), c.payment(), c.at()));
        return Received.STORED;
    }

    @EventSourcingHandler
    void on(OfProviderMessage event) {
        key = event.messageKey();
        switch (event) {
            case MessageIdentified e -> {
                deliveryId = e.deliveryId();
                conversation = e.conversationId();
            }
            case MessageWithheld e -> deliveryId = e.deliveryId();
            case StatusReported e ->
                facts.add(new Fact(e.status().status(), e.status().at()));
            case PaymentReported e -> payments.add(e.payment());
        }
    }
}
