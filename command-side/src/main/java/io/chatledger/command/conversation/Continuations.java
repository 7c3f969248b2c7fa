package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.ConversationId;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Conversations and where they go on; all in the append of the command in hand. */
final class Continuations {

    private final Repository<Conversation> conversations;

    Continuations(Repository<Conversation> conversations) {
        this.conversations = conversations;
    }

    /** Where a conversation says that it goes on; null where it goes on itself. */
    @Nullable
    ConversationId of(ConversationId id) {
        return found(id, Conversation::mergedInto);
    }

    /** Lets a conversation go on by itself, and with it nobody else's. Does nothing where it does. */
    void separate(ConversationId id, Instant at) {
        ConversationId elsewhere = of(id);
        if (elsewhere != null) {
            change(id, one -> one.goOnByItself(at));
            change(elsewhere, one -> one.separate(id, at));
        }
    }

    /** Does nothing where nothing has been said in it. */
    void change(ConversationId id, Consumer<Continuation> change) {
        found(id, conversation -> {
            change.accept(conversation.continuation(id));
            return id;
        });
    }

    <T> @Nullable T found(ConversationId id, Function<Conversation, @Nullable T> question) {
        try {
            return conversations.load(id.value()).invoke(question);
        } catch (AggregateNotFoundException nothingSaid) {
            return null;
        }
    }

    Aggregate<Conversation> orNew(ConversationId id) {
        try {
            return conversations.loadOrCreate(id.value(), Conversation::new);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("A conversation cannot be made", impossible);
        }
    }
}
