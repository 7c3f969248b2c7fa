package io.chatledger.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.AddNote;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Assign;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.DeferMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FindNextToSend;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.Release;
import io.chatledger.kernel.conversation.ConversationCommand.Reopen;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SetTopic;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationCommand.TakeOver;
import io.chatledger.kernel.conversation.ConversationCommand.ToConversation;
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
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.NoteAdded;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.Released;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationEvent.TopicSet;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.conversation.Standing;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/** One contact's conversation on one channel, from the first message on. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event, ConversationOpened, fills it.
final class Conversation {

    private static final Set<ConversationStatus> ACTIVE =
            EnumSet.of(ConversationStatus.open, ConversationStatus.in_progress);

    @AggregateIdentifier
    private ConversationId id;

    @AggregateMember
    private final Outbox outbox = new Outbox();

    private final ConversationState state = new ConversationState();

    Conversation() {}

    /**
     * What a conversation that is not continued lets happen: its messages still go out, each woken by the end of the
     * one before, and what became of them is noted.
     *
     * @throws DomainProblem {@code not-found}; {@code conversation-merged}: {@code intoId} is the one to go to
     */
    @CommandHandlerInterceptor
    void beforeAnyOf(ToConversation command) {
        boolean ofOutbox = switch (command) {
            case StartSending _, FindNextToSend _, AcceptMessage _, FailMessage _, DeferMessage _, LoseOutcome _ ->
                true;
            default -> false;
        };
        if (state.status == null) {
            throw DomainProblem.notFound("conversation");
        }
        if (state.mergedInto != null && !ofOutbox) {
            throw new DomainProblem(
                    DomainProblem.Kind.CONFLICT,
                    "conversation-merged",
                    "This conversation goes on in another one, as its contact has been merged.",
                    Map.of("intoId", state.mergedInto.key()));
        }
    }

    @Nullable
    ConversationId mergedInto() {
        return state.mergedInto;
    }

    @Nullable
    ContactId contact() {
        return state.contact;
    }

    boolean isOpened() {
        return state.status != null;
    }

    /** @return what is open in it; null where nothing has been said in it */
    @Nullable
    Unfinished mergeInto(ConversationId self, ConversationId into, ContactId contact, Instant at) {
        Unfinished left = isOpened() ? state.unfinished() : null;
        apply(new ConversationMerged(self, into, contact, at));
        return left;
    }

    /** Opens the conversation where there is none. */
    void absorb(ConversationId self, ContactId contact, ConversationId merged, Unfinished open, Instant at) {
        if (!isOpened()) {
            apply(new ConversationOpened(self, open.channel(), open.phoneNumberId(), contact, at));
        } else if (open.active() && !ACTIVE.contains(state.status)) {
            apply(new ConversationReopened(self, at));
        }
        apply(new ConversationAbsorbed(self, merged, open.unread(), open.lastInbound(), at));
        if (open.topic() != null && state.topic == null) {
            apply(new TopicSet(self, open.topic(), at));
        }
        if (open.assignee() != null && state.assignee == null) {
            apply(
                    open.owner() == Owner.human && state.owner != Owner.human
                            ? new TakenOver(self, open.assignee(), state.ownershipVersion + 1, at)
                            : new Assigned(self, open.assignee(), at));
        }
    }

    void unmerge(Instant at) {
        apply(new ConversationUnmerged(id, state.statusBefore, at));
    }

    void separate(ConversationId merged, Instant at) {
        if (state.absorbed.containsKey(merged.value())) {
            apply(new ConversationSeparated(id, merged, state.lastInboundWithout(merged), at));
        }
    }

    /** A message that nobody has stored before; {@link InboundMessages} sees to that. */
    void receive(ReceiveMessage c) {
        if (!isOpened()) {
            apply(new ConversationOpened(c.conversationId(), c.channelId(), c.phoneNumberId(), c.contactId(), c.at()));
        } else if (!ACTIVE.contains(state.status)
                && Standing.of(c.content().type()).speaks()) {
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
                state.messages + 1,
                c.sentAt(),
                c.at()));
    }

    @CommandHandler
    void handle(SendMessage c) {
        new TransitionMustBeAllowed("send", state.status, EnumSet.complementOf(EnumSet.of(ConversationStatus.archived)))
                .verify();
        new OwnershipMustBeCurrent(c.author().type(), c.ownershipVersion(), state.owner, state.ownershipVersion)
                .verify();
        if (!c.content().type().equals("template")) {
            new WindowMustBeOpen(state.lastHeard(), c.at()).verify();
        }
        if (state.status == ConversationStatus.closed
                && Standing.of(c.content().type()).speaks()) {
            apply(new ConversationReopened(id, c.at()));
        }
        if (c.author().type() == Author.Type.agent && c.author().id() != null && state.owner == Owner.bot) {
            apply(new TakenOver(id, c.author().id(), state.ownershipVersion + 1, c.at()));
        }
        apply(new MessageQueued(
                id,
                c.messageId(),
                state.channel,
                state.phoneNumberId,
                state.contact,
                c.content(),
                c.contextMessageId(),
                c.author(),
                state.messages + 1,
                c.at()));
    }

    @CommandHandler
    void handle(TakeOver c) {
        new TransitionMustBeAllowed("takeover", state.status, ACTIVE).verify();
        if (state.owner != Owner.human || !c.accountId().equals(state.assignee)) {
            apply(new TakenOver(id, c.accountId(), state.ownershipVersion + 1, c.at()));
        }
    }

    @CommandHandler
    void handle(Release c) {
        new TransitionMustBeAllowed("release", state.status, ACTIVE).verify();
        if (state.owner != Owner.bot) {
            apply(new Released(id, state.ownershipVersion + 1, c.at()));
        }
    }

    @CommandHandler
    void handle(Assign c) {
        new TransitionMustBeAllowed("assign", state.status, ACTIVE).verify();
        if (!c.accountId().equals(state.assignee)) {
            apply(new Assigned(id, c.accountId(), c.at()));
        }
    }

    @CommandHandler
    void handle(Close c) {
        new TransitionMustBeAllowed("close", state.status, ACTIVE).verify();
        apply(new ConversationClosed(id, c.at()));
    }

    @CommandHandler
    void handle(Reopen c) {
        new TransitionMustBeAllowed("reopen", state.status, EnumSet.complementOf(EnumSet.copyOf(ACTIVE))).verify();
        apply(new ConversationReopened(id, c.at()));
    }

    @CommandHandler
    void handle(Archive c) {
        new TransitionMustBeAllowed(
                        "archive", state.status, EnumSet.complementOf(EnumSet.of(ConversationStatus.archived)))
                .verify();
        apply(new ConversationArchived(id, c.at()));
    }

    @CommandHandler
    void handle(SetTopic c) {
        if (c.topic() != state.topic) {
            apply(new TopicSet(id, c.topic(), c.at()));
        }
    }

    @CommandHandler
    void handle(AddNote c) {
        apply(new NoteAdded(id, state.contact, c.noteId(), c.text(), c.author(), c.at()));
    }

    @CommandHandler
    void handle(MarkRead c) {
        if (state.unread > 0) {
            apply(new ConversationRead(id, c.at()));
        }
    }

    @EventSourcingHandler
    void on(OfConversation event) {
        id = event.conversationId();
        state.on(event);
    }
}
