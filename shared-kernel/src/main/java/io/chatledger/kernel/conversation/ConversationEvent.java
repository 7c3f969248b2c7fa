package io.chatledger.kernel.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRevision;
import io.chatledger.kernel.message.PersonalData;
import io.chatledger.kernel.message.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened in conversations. */
public sealed interface ConversationEvent extends Event {

    /** Events of a conversation's own stream. */
    sealed interface OfConversation extends ConversationEvent {
        ConversationId conversationId();
    }

    /** Events about what a provider calls a message, in the stream of its {@link MessageKey}. */
    sealed interface OfProviderMessage extends ConversationEvent {
        MessageKey messageKey();
    }

    @EventRevision(2)
    record ConversationOpened(
            ConversationId conversationId, ChannelId channelId, Endpoint endpoint, ContactId contactId, Instant at)
            implements OfConversation {}

    /**
     * @param providerMessageId null where the person has been erased: WhatsApp's ids hold the customer's number
     * @param sentAt the provider's time, of one second resolution
     * @param sequence counts the messages of the conversation in order of arrival, from 1
     */
    @EventRevision(3)
    record MessageReceived(
            ConversationId conversationId,
            MessageId messageId,
            ChannelId channelId,
            Endpoint endpoint,
            ContactId contactId,
            @PersonalData @Nullable String providerMessageId,
            @PersonalData MessageContent content,
            @PersonalData @Nullable String contextMessageId,
            long sequence,
            Instant sentAt,
            Instant at)
            implements OfConversation {
        @Override
        public StreamId person() {
            return contactId;
        }
    }

    /** @param sequence counts the messages of the conversation in order of arrival, from 1 */
    @EventRevision(3)
    record MessageQueued(
            ConversationId conversationId,
            MessageId messageId,
            ChannelId channelId,
            Endpoint endpoint,
            ContactId contactId,
            @PersonalData MessageContent content,
            @PersonalData @Nullable String contextMessageId,
            Author author,
            long sequence,
            Instant at)
            implements OfConversation {
        @Override
        public StreamId person() {
            return contactId;
        }
    }

    record SendingStarted(ConversationId conversationId, MessageId messageId, Instant at) implements OfConversation {}

    /**
     * @param contactId whom the message went to; null in the first revision, which did not say
     * @param messageKey where its statuses are; null in the first revision, which did not say
     * @param providerMessageId null where the person has been erased: WhatsApp's ids hold the customer's number
     */
    @EventRevision(2)
    record MessageAccepted(
            ConversationId conversationId,
            MessageId messageId,
            @Nullable ContactId contactId,
            @Nullable MessageKey messageKey,
            @PersonalData @Nullable String providerMessageId,
            Instant at)
            implements OfConversation {
        @Override
        public @Nullable StreamId person() {
            return contactId;
        }
    }

    record MessageFailed(ConversationId conversationId, MessageId messageId, SendError error, Instant at)
            implements OfConversation {}

    /** Back in the queue; nothing was sent. */
    record SendingDeferred(ConversationId conversationId, MessageId messageId, String reason, Instant at)
            implements OfConversation {}

    record OutcomeLost(ConversationId conversationId, MessageId messageId, String reason, Instant at)
            implements OfConversation {}

    /** @param ownershipVersion goes up with every change of owner */
    record TakenOver(ConversationId conversationId, String accountId, long ownershipVersion, Instant at)
            implements OfConversation {}

    /** @param ownershipVersion goes up with every change of owner */
    record Released(ConversationId conversationId, long ownershipVersion, Instant at) implements OfConversation {}

    record Assigned(ConversationId conversationId, String accountId, Instant at) implements OfConversation {}

    record ConversationClosed(ConversationId conversationId, Instant at) implements OfConversation {}

    record ConversationReopened(ConversationId conversationId, Instant at) implements OfConversation {}

    record ConversationArchived(ConversationId conversationId, Instant at) implements OfConversation {}

    record TopicSet(ConversationId conversationId, Topic topic, Instant at) implements OfConversation {}

    /** @param contactId whom the note is about; null in notes of the first revision, which did not say */
    @EventRevision(2)
    record NoteAdded(
            ConversationId conversationId,
            @Nullable ContactId contactId,
            String noteId,
            @PersonalData String text,
            Actor author,
            Instant at)
            implements OfConversation {
        @Override
        public @Nullable StreamId person() {
            return contactId;
        }
    }

    /**
     * The conversation is not continued, as its contact has been merged; nothing is added to it any more.
     *
     * @param into where it goes on
     * @param contactId with whom it goes on
     */
    record ConversationMerged(ConversationId conversationId, ConversationId into, ContactId contactId, Instant at)
            implements OfConversation {}

    /**
     * Another conversation goes on in this one, which takes over what is open there.
     *
     * @param provider of the channel of both
     * @param unread messages that nobody has read yet
     * @param lastInbound when the customer wrote there last, by the earlier of the provider's time and ours; null where
     *     they never did
     */
    @EventRevision(2)
    record ConversationAbsorbed(
            ConversationId conversationId,
            ConversationId merged,
            Provider provider,
            int unread,
            @Nullable Instant lastInbound,
            Instant at)
            implements OfConversation {}

    /**
     * The conversation goes on by itself again.
     *
     * @param status as it was before; null where nothing had been said in it
     */
    record ConversationUnmerged(
            ConversationId conversationId, @Nullable ConversationStatus status, Instant at) implements OfConversation {}

    /**
     * A merged conversation goes on by itself again.
     *
     * @param provider of the channel of both
     * @param lastInbound when the customer wrote last, without what had been taken over; null where they never did
     */
    @EventRevision(2)
    record ConversationSeparated(
            ConversationId conversationId,
            ConversationId merged,
            Provider provider,
            @Nullable Instant lastInbound,
            Instant at)
            implements OfConversation {}

    record ConversationRead(ConversationId conversationId, Instant at) implements OfConversation {}

    /** The claim that makes a provider's message unique within a tenant. */
    record MessageIdentified(
            MessageKey messageKey, ConversationId conversationId, MessageId messageId, String deliveryId, Instant at)
            implements OfProviderMessage {}

    /**
     * A message came from somebody who was erased before it was worked through: that it came is known, so that it is
     * recognised when it comes again; who sent it and what it said is not.
     */
    record MessageWithheld(MessageKey messageKey, String deliveryId, Instant at) implements OfProviderMessage {}

    /**
     * The provider's id of the message is not part of it: nobody knows yet whose message it is, and ids of WhatsApp hold
     * the customer's number. The key stands for it.
     *
     * @param channelId null in earlier revisions, which did not say
     * @param conversationId null unless the provider returned our opaque data
     * @param messageId null unless the provider returned our opaque data
     */
    @EventRevision(3)
    record StatusReported(
            MessageKey messageKey,
            @Nullable ChannelId channelId,
            Endpoint endpoint,
            @Nullable ConversationId conversationId,
            @Nullable MessageId messageId,
            ReportedStatus status,
            Instant at)
            implements OfProviderMessage {}

    /**
     * How far the payment is that a message asked for; a fact of its own, beside the message's status.
     *
     * @param channelId null in earlier revisions, which did not say
     * @param conversationId null unless the provider returned our opaque data
     * @param messageId null unless the provider returned our opaque data
     */
    @EventRevision(2)
    record PaymentReported(
            MessageKey messageKey,
            @Nullable ChannelId channelId,
            Endpoint endpoint,
            @Nullable ConversationId conversationId,
            @Nullable MessageId messageId,
            PaymentStatus payment,
            Instant at)
            implements OfProviderMessage {}
}
