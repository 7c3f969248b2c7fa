package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.inbound.InboundMessage;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.PaymentStatus;
import io.chatledger.kernel.conversation.ReportedStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a webhook body says. */
sealed interface WebhookUpdate {

    /** The number it is for; null where the body does not name one. */
    @Nullable
    Endpoint endpoint();

    /** WhatsApp business account; null where the body does not name one. */
    @Nullable
    String wabaId();

    /**
     * A customer's message.
     *
     * @param sender what the customer is known by, the most reliable first; at least one of them identifies
     * @param movedTo what the customer is known by from now on; empty unless the message says that a number changed
     */
    record Message(
            Endpoint endpoint,
            @Nullable String wabaId,
            String id,
            Instant sentAt,
            List<Identity> sender,
            List<Identity> movedTo,
            @Nullable String profileName,
            MessageContent content,
            @Nullable String contextMessageId)
            implements WebhookUpdate {

        /** As it is told by any provider. */
        InboundMessage inbound() {
            return new InboundMessage(endpoint, id, sentAt, sender, movedTo, profileName, content, contextMessageId);
        }
    }

    /** @param callbackData our own opaque data; null where it came without */
    record Status(
            Endpoint endpoint,
            @Nullable String wabaId,
            String id,
            ReportedStatus status,
            @Nullable String callbackData) implements WebhookUpdate {}

    /**
     * How far the payment is that a message asked for.
     *
     * @param id of the message
     * @param callbackData our own opaque data; null where it came without
     */
    record Payment(
            Endpoint endpoint,
            @Nullable String wabaId,
            String id,
            PaymentStatus payment,
            @Nullable String callbackData) implements WebhookUpdate {}

    /** Something we have no use for. */
    record Unused(@Nullable Endpoint endpoint, @Nullable String wabaId, String reason) implements WebhookUpdate {}

    /** Something that ought to be of use and cannot be read. */
    record Broken(@Nullable Endpoint endpoint, @Nullable String wabaId, String reason) implements WebhookUpdate {}
}
