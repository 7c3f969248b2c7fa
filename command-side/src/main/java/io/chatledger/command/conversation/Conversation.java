package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.ConversationState.ACTIVE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.MessagingWindow;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand.AddNote;
import io.chatledger.kernel.conversation.ConversationCommand.Archive;
import io.chatledger.kernel.conversation.ConversationCommand.Assign;
import io.chatledger.kernel.conversation.ConversationCommand.Close;
import io.chatledger.kernel.conversation.ConversationCommand.MarkRead;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.Release;
import io.chatledger.kernel.conversation.ConversationCommand.Reopen;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SetTopic;
import io.chatledger.kernel.conversation.ConversationCommand.TakeOver;
import io.chatledger.kernel.conversation.ConversationCommand.ToConversation;
import io.chatledger.kernel.conversation.ConversationEvent.Assigned;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
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
import java.util.EnumSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/** One contact's conversation on one channel, from the first message on. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event, ConversationOpened, fills it.
final class Conversation {

    @AggregateIdentifier
    private ConversationId id;

    @AggregateMember
    private final Outbox outbox = new Outbox();

    private final ConversationState state = new ConversationState();

    Conversation() {}

    /** @throws DomainProblem as {@link ConversationMustGoOn} */
    @CommandHandlerInterceptor
    void beforeAnyOf(ToConversation command) {
        new ConversationMustGoOn(command, state.status, state.mergedInto).verify();
    }

    @Nullable
    ConversationId mergedInto() {
        return state.mergedInto;
    }

    @Nullable
    ContactId contact() {
        return state.contact;
    }

    /** @param self its id, as it may be that nothing has been said in it yet */
    Continuation continuation(ConversationId self) {
        return new Continuation(self, state);
    }

    /** A message that nobody has stored before; {@link MessageIntake} sees to that. */
    void receive(ReceiveMessage c) {
        if (state.status == null) {
            apply(new ConversationOpened(c.conversationId(), c.channelId(), c.endpoint(), c.contactId(), c.at()));
        } else if (!state.isActive() && Standing.of(c.content().type()).speaks()) {
            apply(new ConversationReopened(id, c.at()));
        }
        apply(new MessageReceived(
                c.conversationId(),
                c.messageId(),
                c.channelId(),
                c.endpoint(),
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
            new WindowMustBeOpen(MessagingWindow.of(state.endpoint.provider()), state.lastHeard(), c.at()).verify();
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
                state.endpoint,
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
