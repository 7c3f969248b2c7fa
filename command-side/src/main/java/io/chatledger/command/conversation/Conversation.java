package io.chatledger.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand.*;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.ConversationEvent.*;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.conversation.Topic;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One contact's conversation on one channel, from the first message on. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event, ConversationOpened, fills it.
final class Conversation {

    private static final Set<ConversationStatus> ACTIVE =
            EnumSet.of(ConversationStatus.open, ConversationStatus.in_progress);

    @AggregateIdentifier
    private ConversationId id;

    private ChannelId channel;
    private String phoneNumberId;
    private ContactId contact;
    private ConversationStatus status;
    private Owner owner = Owner.bot;
    private long ownershipVersion;
    private @Nullable String assignee;
    private @Nullable Topic topic;
    private @Nullable Instant lastInbound;
    private boolean unread;
    private long messages;
    private final Outbox outbox = new Outbox();

    Conversation() {}

    /** A message that nobody has stored before; {@link InboundMessages} sees to that. */
    void receive(ReceiveMessage c) {
        if (id == null) {
            apply(new ConversationOpened(c.conversationId(), c.channelId(), c.phoneNumberId(), c.contactId(), c.at()));
        } else if (!ACTIVE.contains(status)) {
            apply(new ConversationReopened(id, c.at()));
        }
        apply(new MessageReceived(
                c.conversationId(),
                c.messageId(),
                c.channelId(),
                c.phoneNumberId(),
                c.contactId(),
                c.providerMessageId(),
                c.content(),
                c.contextMessageId(),
                messages + 1,
                c.sentAt(),
                c.at()));
    }

    @CommandHandler
    void handle(SendMessage c) {
        new TransitionMustBeAllowed("send", status, EnumSet.complementOf(EnumSet.of(ConversationStatus.archived)))
                .verify();
        new OwnershipMustBeCurrent(c.ownershipVersion(), ownershipVersion).verify();
        if (!c.content().type().equals("template")) {
            new WindowMustBeOpen(lastInbound, c.at()).verify();
        }
        if (status == ConversationStatus.closed) {
            apply(new ConversationReopened(id, c.at()));
        }
        if (c.author().type() == Author.Type.agent && c.author().id() != null && owner == Owner.bot) {
            apply(new TakenOver(id, c.author().id(), ownershipVersion + 1, c.at()));
        }
        apply(new MessageQueued(
                id,
                c.messageId(),
                channel,
                phoneNumberId,
                contact,
                c.content(),
                c.contextMessageId(),
                c.author(),
                messages + 1,
                c.at()));
    }

    @CommandHandler
    @Nullable
    SendPermit handle(StartSending c) {
        Outbox.Entry entry = outbox.find(c.messageId());
        if (entry == null || entry.state() == Outbox.State.UNKNOWN) {
            return null;
        }
        if (entry.state() == Outbox.State.SENDING) {
            // Whoever began has not come back: perhaps it was sent. Never send blindly again.
            apply(new OutcomeLost(id, c.messageId(), "interrupted", c.at()));
            return null;
        }
        apply(new SendingStarted(id, c.messageId(), c.at()));
        return new SendPermit(
                channel, phoneNumberId, contact, entry.content(), entry.contextMessageId(), entry.queuedAt());
    }

    @CommandHandler
    void handle(AcceptMessage c) {
        if (outbox.find(c.messageId()) != null) {
            apply(new MessageAccepted(id, c.messageId(), c.providerMessageId(), c.at()));
        }
    }

    @CommandHandler
    void handle(FailMessage c) {
        if (outbox.find(c.messageId()) != null) {
            apply(new MessageFailed(id, c.messageId(), c.error(), c.at()));
        }
    }

    @CommandHandler
    void handle(DeferMessage c) {
        if (outbox.has(c.messageId(), Outbox.State.SENDING)) {
            apply(new SendingDeferred(id, c.messageId(), c.reason(), c.at()));
        }
    }

    @CommandHandler
    void handle(LoseOutcome c) {
        if (outbox.has(c.messageId(), Outbox.State.SENDING)) {
            apply(new OutcomeLost(id, c.messageId(), c.reason(), c.at()));
        }
    }

    @CommandHandler
    void handle(TakeOver c) {
        new TransitionMustBeAllowed("takeover", status, ACTIVE).verify();
        if (owner != Owner.human || !c.accountId().equals(assignee)) {
            apply(new TakenOver(id, c.accountId(), ownershipVersion + 1, c.at()));
        }
    }

    @CommandHandler
    void handle(Release c) {
        new TransitionMustBeAllowed("release", status, ACTIVE).verify();
        if (owner != Owner.bot) {
            apply(new Released(id, ownershipVersion + 1, c.at()));
        }
    }

    @CommandHandler
    void handle(Assign c) {
        new TransitionMustBeAllowed("assign", status, ACTIVE).verify();
        if (!c.accountId().equals(assignee)) {
            apply(new Assigned(id, c.accountId(), c.at()));
        }
    }

    @CommandHandler
    void handle(Close c) {
        new TransitionMustBeAllowed("close", status, ACTIVE).verify();
        apply(new ConversationClosed(id, c.at()));
    }

    @CommandHandler
    void handle(Reopen c) {
        new TransitionMustBeAllowed("reopen", status, EnumSet.complementOf(EnumSet.copyOf(ACTIVE))).verify();
        apply(new ConversationReopened(id, c.at()));
    }

    @CommandHandler
    void handle(Archive c) {
        new TransitionMustBeAllowed("archive", status, EnumSet.complementOf(EnumSet.of(ConversationStatus.archived)))
                .verify();
        apply(new ConversationArchived(id, c.at()));
    }

    @CommandHandler
    void handle(SetTopic c) {
        if (c.topic() != topic) {
            apply(new TopicSet(id, c.topic(), c.at()));
        }
    }

    @CommandHandler
    void handle(AddNote c) {
        apply(new NoteAdded(id, c.noteId(), c.text(), c.author(), c.at()));
    }

    @CommandHandler
    void handle(MarkRead c) {
        if (unread) {
            apply(new ConversationRead(id, c.at()));
        }
    }

    @EventSourcingHandler
    void on(ConversationEvent.OfConversation event) {
        switch (event) {
            case ConversationOpened e -> {
                id = e.conversationId();
                channel = e.channelId();
                phoneNumberId = e.phoneNumberId();
                contact = e.contactId();
                status = ConversationStatus.open;
            }
            case MessageReceived e -> {
                Instant sent = e.sentAt().isBefore(e.at()) ? e.sentAt() : e.at();
                lastInbound = lastInbound == null || sent.isAfter(lastInbound) ? sent : lastInbound;
                messages = e.sequence();
                unread = true;
            }
            case MessageQueued e -> {
                messages = e.sequence();
                outbox.put(e.messageId(), e.content(), e.contextMessageId(), e.at());
                if (e.author().type() == Author.Type.agent) {
                    status = ConversationStatus.in_progress;
                    unread = false;
                }
            }
            case SendingStarted e -> outbox.move(e.messageId(), Outbox.State.SENDING);
            case SendingDeferred e -> outbox.move(e.messageId(), Outbox.State.QUEUED);
            case OutcomeLost e -> outbox.move(e.messageId(), Outbox.State.UNKNOWN);
            case MessageAccepted e -> outbox.settle(e.messageId());
            case MessageFailed e -> outbox.settle(e.messageId());
            case TakenOver e -> {
                owner = Owner.human;
                assignee = e.accountId();
                ownershipVersion = e.ownershipVersion();
                status = ConversationStatus.in_progress;
            }
            case Released e -> {
                owner = Owner.bot;
                assignee = null;
                ownershipVersion = e.ownershipVersion();
            }
            case Assigned e -> {
                assignee = e.accountId();
                status = ConversationStatus.in_progress;
            }
            case ConversationClosed e -> status = ConversationStatus.closed;
            case ConversationReopened e -> status = ConversationStatus.open;
            case ConversationArchived e -> status = ConversationStatus.archived;
            case TopicSet e -> topic = e.topic();
            case NoteAdded e -> {}
            case ConversationRead e -> unread = false;
        }
    }
}
