package io.chatledger.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.DeferMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FindNextToSend;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.NotItsTurn;
import io.chatledger.kernel.conversation.ConversationCommand.SendPermit;
import io.chatledger.kernel.conversation.ConversationCommand.SendTurn;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.MessageId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The outbound messages of a conversation whose fate is not known yet; what is settled leaves it. */
final class Outbox {

    private final Map<MessageId, Entry> entries = new LinkedHashMap<>();
    private long newest;

    private enum State {
        QUEUED,
        SENDING,
        UNKNOWN
    }

    private record Entry(State state, MessageQueued message) {}

    Outbox() {}

    @CommandHandler
    @Nullable
    SendTurn handle(StartSending c) {
        if (c.sequence() > newest) {
            // Another node has queued it and this one remembers an older conversation: read it again.
            throw new ConcurrencyException("The message is newer than what is known of the conversation.");
        }
        Entry entry = entries.get(c.messageId());
        if (entry == null || entry.state() == State.UNKNOWN) {
            return null;
        }
        if (entry.state() == State.SENDING) {
            // Whoever began has not come back: perhaps it was sent. Never send blindly again.
            apply(new OutcomeLost(c.conversationId(), c.messageId(), "interrupted", c.at()));
            return null;
        }
        if (!isTurnOf(c.messageId())) {
            return new NotItsTurn();
        }
        apply(new SendingStarted(c.conversationId(), c.messageId(), c.at()));
        MessageQueued queued = entry.message();
        return new SendPermit(
                queued.channelId(),
                queued.endpoint(),
                queued.contactId(),
                queued.content(),
                queued.contextMessageId(),
                queued.at());
    }

    @CommandHandler
    @Nullable
    MessageId handle(FindNextToSend c) {
        return oldestOnItsWay()
                .filter(oldest -> oldest.getValue().state() == State.QUEUED)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    @CommandHandler
    void handle(AcceptMessage c) {
        Entry entry = entries.get(c.messageId());
        if (entry != null) {
            apply(new MessageAccepted(
                    c.conversationId(),
                    c.messageId(),
                    entry.message().contactId(),
                    c.messageKey(),
                    c.providerMessageId(),
                    c.at()));
        }
    }

    @CommandHandler
    void handle(FailMessage c) {
        if (entries.containsKey(c.messageId())) {
            apply(new MessageFailed(c.conversationId(), c.messageId(), c.error(), c.at()));
        }
    }

    @CommandHandler
    void handle(DeferMessage c) {
        if (isSending(c.messageId())) {
            apply(new SendingDeferred(c.conversationId(), c.messageId(), c.reason(), c.at()));
        }
    }

    @CommandHandler
    void handle(LoseOutcome c) {
        if (isSending(c.messageId())) {
            apply(new OutcomeLost(c.conversationId(), c.messageId(), c.reason(), c.at()));
        }
    }

    @EventSourcingHandler
    void on(OfConversation event) {
        switch (event) {
            case MessageQueued e -> {
                entries.put(e.messageId(), new Entry(State.QUEUED, e));
                newest = e.sequence();
            }
            case SendingStarted e -> move(e.messageId(), State.SENDING);
            case SendingDeferred e -> move(e.messageId(), State.QUEUED);
            case OutcomeLost e -> move(e.messageId(), State.UNKNOWN);
            case MessageAccepted e -> entries.remove(e.messageId());
            case MessageFailed e -> entries.remove(e.messageId());
            default -> {}
        }
    }

    /** Customers read in order: nothing overtakes an older message that is still on its way. */
    private boolean isTurnOf(MessageId id) {
        return oldestOnItsWay().filter(first -> first.getKey().equals(id)).isPresent();
    }

    private Optional<Map.Entry<MessageId, Entry>> oldestOnItsWay() {
        return entries.entrySet().stream()
                .filter(older -> older.getValue().state() != State.UNKNOWN)
                .findFirst();
    }

    private boolean isSending(MessageId id) {
        Entry entry = entries.get(id);
        return entry != null && entry.state() == State.SENDING;
    }

    private void move(MessageId id, State state) {
        entries.computeIfPresent(id, (same, entry) -> new Entry(state, entry.message()));
    }
}
