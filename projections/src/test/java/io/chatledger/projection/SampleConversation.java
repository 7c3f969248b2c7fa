package io.chatledger.projection;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.Assigned;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.NoteAdded;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.Released;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationEvent.TopicSet;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.conversation.ReportedStatus;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.conversation.Topic;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the events of one conversation; messages are known by their number. */
public record SampleConversation(TenantId tenant, int number) {

    static final Endpoint ENDPOINT = new Endpoint(Provider.CLOUD_API, "100");

    public ConversationId id() {
        return ConversationId.of(tenant, uuid("conversation"));
    }

    public ContactId contact() {
        return ContactId.of(tenant, uuid("contact"));
    }

    public ChannelId channel() {
        return ChannelId.of(tenant, UUID.nameUUIDFromBytes(tenant.value().getBytes(StandardCharsets.UTF_8)));
    }

    public MessageId message(int message) {
        return MessageId.of(uuid("message " + message));
    }

    public MessageKey key(int message) {
        return MessageKey.of(tenant, uuid("key " + message));
    }

    public ConversationOpened opened(Instant at) {
        return new ConversationOpened(id(), channel(), ENDPOINT, contact(), at);
    }

    public MessageReceived received(int message, MessageContent content, Instant sentAt, Instant at) {
        return new MessageReceived(
                id(),
                message(message),
                channel(),
                ENDPOINT,
                contact(),
                "wamid." + number + "." + message,
                content,
                null,
                message,
                sentAt,
                at);
    }

    public MessageQueued queued(int message, String text, Author.Type author, Instant at) {
        return queued(message, MessageContent.ofText(text), author, at);
    }

    public MessageQueued queued(int message, MessageContent content, Author.Type author, Instant at) {
        return new MessageQueued(
                id(),
                message(message),
                channel(),
                ENDPOINT,
                contact(),
                content,
                null,
                new Author(author, author == Author.Type.system ? null : "someone"),
                message,
                at);
    }

    public SendingStarted sending(int message, Instant at) {
        return new SendingStarted(id(), message(message), at);
    }

    public SendingDeferred deferred(int message, Instant at) {
        return new SendingDeferred(id(), message(message), "provider-unavailable", at);
    }

    public MessageAccepted accepted(int message, Instant at) {
        return new MessageAccepted(
                id(), message(message), contact(), key(message), "wamid." + number + "." + message, at);
    }

    public MessageFailed failed(int message, Instant at) {
        return new MessageFailed(id(), message(message), new SendError(131026, "undeliverable", null), at);
    }

    public OutcomeLost lost(int message, Instant at) {
        return new OutcomeLost(id(), message(message), "timed-out", at);
    }

    public TakenOver takenOver(String account, long version, Instant at) {
        return new TakenOver(id(), account, version, at);
    }

    public Released released(long version, Instant at) {
        return new Released(id(), version, at);
    }

    public Assigned assigned(String account, Instant at) {
        return new Assigned(id(), account, at);
    }

    public ConversationClosed closed(Instant at) {
        return new ConversationClosed(id(), at);
    }

    public ConversationReopened reopened(Instant at) {
        return new ConversationReopened(id(), at);
    }

    public ConversationArchived archived(Instant at) {
        return new ConversationArchived(id(), at);
    }

    public TopicSet about(Topic topic, Instant at) {
        return new TopicSet(id(), topic, at);
    }

    public NoteAdded noted(String text, Instant at) {
        return new NoteAdded(id(), contact(), "note " + at, text, Actor.account("someone"), at);
    }

    public ConversationRead read(Instant at) {
        return new ConversationRead(id(), at);
    }

    public StatusReported status(
            int message, String status, Instant reportedAt, @Nullable Map<String, Object> pricing, Instant at) {
        SendError error = status.equals("failed") ? new SendError(131047, "re-engagement", "Too late.") : null;
        return new StatusReported(
                key(message),
                channel(),
                ENDPOINT,
                null,
                null,
                new ReportedStatus(status, reportedAt, error, pricing, null),
                at);
    }

    /** Of a message that the provider knows to be ours. */
    public StatusReported reported(int message, String status, Instant at) {
        StatusReported unknown = status(message, status, at, null, at);
        return new StatusReported(
                unknown.messageKey(),
                unknown.channelId(),
                unknown.endpoint(),
                id(),
                message(message),
                unknown.status(),
                at);
    }

    private UUID uuid(String what) {
        String name = tenant.value() + " " + number + " " + what;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
