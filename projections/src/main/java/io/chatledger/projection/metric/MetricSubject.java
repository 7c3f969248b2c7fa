package io.chatledger.projection.report;

import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.message.Event;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What definitions count something of: what is remembered of each of them has a row of its own.
 *
 * @param events the families that tell of it
 * @param id which of them an event tells of; null where it tells of none
 */
record Subject(Set<Class<? extends Event>> events, Function<Event, @Nullable String> id) {

    /** What a provider reports of a message counts in the conversation that the message is of. */
    static final Subject CONVERSATION = new Subject(Set.of(ConversationEvent.class), Subject::conversation);

    private static @Nullable String conversation(Event event) {
        return switch (event) {
            case OfConversation of -> of.conversationId().key();
            case StatusReported reported when Failures.isFailure(reported) -> of(reported);
            default -> null;
        };
    }

    private static String of(StatusReported event) {
        return event.conversationId() == null
                ? event.messageKey().key()
                : event.conversationId().key();
    }
}
