package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.Assigned;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationAbsorbed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationSeparated;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationUnmerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.NoteAdded;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.Released;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationEvent.TopicSet;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.conversation.Standing;
import io.chatledger.kernel.conversation.Topic;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a conversation has come to, as far as its decisions need it. */
@SuppressWarnings("NullAway.Init") // The first event, ConversationOpened, fills it.
final class ConversationState {

    static final Set<ConversationStatus> ACTIVE = EnumSet.of(ConversationStatus.open, ConversationStatus.in_progress);

    ChannelId channel;
    Endpoint endpoint;
    ContactId contact;

    /** Null where nothing has been said yet, though it may be known already where the conversation goes on. */
    @Nullable
    ConversationStatus status;

    Owner owner = Owner.bot;
    long ownershipVersion;

    @Nullable
    String assignee;

    @Nullable
    Topic topic;

    @Nullable
    Instant lastInbound;

    /** Messages that nobody has read yet. */
    int unread;

    long messages;

    /** Where it goes on, as its contact has been merged; null while it goes on itself. */
    @Nullable
    ConversationId mergedInto;

    @Nullable
    ConversationStatus statusBefore;

    /** The names of the conversations that go on in this one, and when the customer wrote there last. */
    final Map<String, @Nullable Instant> absorbed = new LinkedHashMap<>();

    void on(OfConversation event) {
        switch (event) {
            case ConversationOpened e -> open(e);
            case MessageReceived e -> receive(e);
            case MessageQueued e -> queue(e);
            case TakenOver e -> own(Owner.human, e.accountId(), e.ownershipVersion());
            case Released e -> own(Owner.bot, null, e.ownershipVersion());
            case Assigned e -> assign(e.accountId());
            case ConversationClosed e -> status = ConversationStatus.closed;
            case ConversationReopened e -> status = ConversationStatus.open;
            case ConversationArchived e -> status = ConversationStatus.archived;
            case TopicSet e -> topic = e.topic();
            case ConversationRead e -> unread = 0;
            case ConversationMerged e -> merge(e);
            case ConversationUnmerged e -> {
                mergedInto = null;
                status = e.status();
            }
            case ConversationAbsorbed e -> {
                absorbed.put(e.merged().value(), e.lastInbound());
                unread += e.unread();
            }
            case ConversationSeparated e -> absorbed.remove(e.merged().value());
            case NoteAdded e -> {}
            // What becomes of a message is the outbox's concern.
            case SendingStarted e -> {}
            case SendingDeferred e -> {}
            case OutcomeLost e -> {}
            case MessageAccepted e -> {}
            case MessageFailed e -> {}
        }
    }

    boolean isActive() {
        return ACTIVE.contains(status);
    }

    private void open(ConversationOpened e) {
        channel = e.channelId();
        endpoint = e.endpoint();
        contact = e.contactId();
        status = ConversationStatus.open;
    }

    /** A provider's clock that runs ahead does not hold the window open for longer. */
    private void receive(MessageReceived e) {
        Standing standing = Standing.of(e.content().type());
        Instant sent = e.sentAt().isBefore(e.at()) ? e.sentAt() : e.at();
        if (standing.opensWindow()) {
            lastInbound = lastInbound == null || sent.isAfter(lastInbound) ? sent : lastInbound;
        }
        messages = e.sequence();
        unread += standing.speaks() ? 1 : 0;
    }

    private void queue(MessageQueued e) {
        messages = e.sequence();
        if (e.author().type() == Author.Type.agent) {
            status = status == ConversationStatus.open ? ConversationStatus.in_progress : status;
            unread = 0;
        }
    }

    private void merge(ConversationMerged e) {
        if (mergedInto == null) {
            statusBefore = status;
            status = status == null ? null : ConversationStatus.closed;
            unread = 0;
        }
        mergedInto = e.into();
    }

    /** When the customer wrote last, in conversations that go on in this one too; null where they never did. */
    @Nullable
    Instant lastHeard() {
        return lastInboundWithout(null);
    }

    @Nullable
    Instant lastInboundWithout(@Nullable ConversationId merged) {
        return Stream.concat(
                        Stream.ofNullable(lastInbound),
                        absorbed.entrySet().stream()
                                .filter(entry ->
                                        merged == null || !entry.getKey().equals(merged.value()))
                                .flatMap(entry -> Stream.ofNullable(entry.getValue())))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What somebody who goes on elsewhere has to know. Those that go on in this one tell there when they were heard. */
    Unfinished unfinished() {
        return new Unfinished(channel, endpoint, status, owner, assignee, topic, lastInbound, unread);
    }

    private void own(Owner newOwner, @Nullable String account, long version) {
        owner = newOwner;
        assignee = account;
        ownershipVersion = version;
        if (newOwner == Owner.human) {
            status = ConversationStatus.in_progress;
        }
    }

    private void assign(String account) {
        assignee = account;
        status = ConversationStatus.in_progress;
    }
}
