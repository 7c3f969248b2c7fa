package io.chatledger.kernel.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of conversations. */
public sealed interface ConversationCommand {

    /** Commands to one conversation. */
    sealed interface ToConversation extends ConversationCommand {
        @TargetAggregateIdentifier
        ConversationId conversationId();
    }

    /**
     * A customer's message has arrived. Opens the conversation where there is none, reopens a closed one.
     *
     * @param messageKey the claim that makes the message unique
     * @param deliveryId key of the journalled delivery that brought it
     * @param contextMessageId the provider's id of the message it answers or reacts to
     * @param sentAt the provider's time, of one second resolution
     */
    record ReceiveMessage(
            ConversationId conversationId,
            MessageKey messageKey,
            MessageId messageId,
            ChannelId channelId,
            Endpoint endpoint,
            ContactId contactId,
            String providerMessageId,
            MessageContent content,
            @Nullable String contextMessageId,
            String deliveryId,
            Instant sentAt,
            Instant at)
            implements ToConversation {

        /** The same message, where the conversation goes on. */
        public ReceiveMessage in(ConversationId other, ContactId contact) {
            return new ReceiveMessage(
                    other,
                    messageKey,
                    messageId,
                    channelId,
                    endpoint,
                    contact,
                    providerMessageId,
                    content,
                    contextMessageId,
                    deliveryId,
                    sentAt,
                    at);
        }
    }

    /**
     * A message of a person who has been erased since it arrived; it is not to be received any more.
     *
     * @param deliveryId key of the journalled delivery that brought it
     */
    record WithholdMessage(@TargetAggregateIdentifier MessageKey messageKey, String deliveryId, Instant at)
            implements ConversationCommand {}

    /**
     * Someone wants to answer.
     *
     * @param ownershipVersion what a bot read before it wrote; null for a person
     */
    record SendMessage(
            ConversationId conversationId,
            MessageId messageId,
            MessageContent content,
            @Nullable String contextMessageId,
            Author author,
            @Nullable Long ownershipVersion,
            Instant at)
            implements ToConversation {}

    /**
     * The network call is about to begin. Answers a {@link SendPermit}, {@link NotItsTurn}, or null if the message must
     * not be sent.
     *
     * @param sequence the message's own; a node that has not heard of the message yet notices it by this
     */
    record StartSending(ConversationId conversationId, MessageId messageId, long sequence, Instant at)
            implements ToConversation {}

    /** Answers the {@link MessageId} of the message that goes out next, or null if none is waiting or one is on its way. */
    record FindNextToSend(ConversationId conversationId) implements ToConversation {}

    /**
     * The provider accepted the message under an id of its own.
     *
     * @param messageKey what stands for that id
     * @param providerMessageId null where it may not be recorded, as the person has been erased
     */
    record AcceptMessage(
            ConversationId conversationId,
            MessageId messageId,
            MessageKey messageKey,
            @Nullable String providerMessageId,
            Instant at)
            implements ToConversation {}

    /** The message was certainly not sent. */
    record FailMessage(ConversationId conversationId, MessageId messageId, SendError error, Instant at)
            implements ToConversation {}

    /** The message was certainly not sent yet and goes back into the queue. */
    record DeferMessage(ConversationId conversationId, MessageId messageId, String reason, Instant at)
            implements ToConversation {}

    /** Nobody knows whether the provider took the message. */
    record LoseOutcome(ConversationId conversationId, MessageId messageId, String reason, Instant at)
            implements ToConversation {}

    record TakeOver(ConversationId conversationId, String accountId, Instant at) implements ToConversation {}

    record Release(ConversationId conversationId, Instant at) implements ToConversation {}

    record Assign(ConversationId conversationId, String accountId, Instant at) implements ToConversation {}

    record Close(ConversationId conversationId, Instant at) implements ToConversation {}

    record Reopen(ConversationId conversationId, Instant at) implements ToConversation {}

    record Archive(ConversationId conversationId, Instant at) implements ToConversation {}

    record SetTopic(ConversationId conversationId, Topic topic, Instant at) implements ToConversation {}

    record AddNote(ConversationId conversationId, String noteId, String text, Actor author, Instant at)
            implements ToConversation {}

    record MarkRead(ConversationId conversationId, Instant at) implements ToConversation {}

    /**
     * A message's status has arrived, for a message known or not.
     *
     * @param messageId our own id, from the opaque data the provider returns; null where it came without
     */
    record ReportStatus(
            @TargetAggregateIdentifier MessageKey messageKey,
            ChannelId channelId,
            Endpoint endpoint,
            @Nullable ConversationId conversationId,
            @Nullable MessageId messageId,
            ReportedStatus status,
            Instant at)
            implements ConversationCommand {}

    /**
     * How far a payment is that a message asked for, known or not.
     *
     * @param messageId our own id, from the opaque data the provider returns; null where it came without
     */
    record ReportPayment(
            @TargetAggregateIdentifier MessageKey messageKey,
            ChannelId channelId,
            Endpoint endpoint,
            @Nullable ConversationId conversationId,
            @Nullable MessageId messageId,
            PaymentStatus payment,
            Instant at)
            implements ConversationCommand {}

    /** What a sender hears that wants to send. */
    sealed interface SendTurn {}

    /** An older message of the conversation goes out first; who sends that one says when it is done. */
    record NotItsTurn() implements SendTurn {}

    /** What a sender needs to know once it may send. */
    record SendPermit(
            ChannelId channelId,
            Endpoint endpoint,
            ContactId contactId,
            MessageContent content,
            @Nullable String contextMessageId,
            Instant queuedAt)
            implements SendTurn {}
}
