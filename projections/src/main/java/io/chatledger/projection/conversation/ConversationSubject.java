package io.chatledger.projection.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.message.Event;
import io.chatledger.projection.metric.MetricSubject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provider reports of a message counts in the conversation that the message is of. */
final class ConversationSubject implements MetricSubject {

    static final MetricSubject ONLY = new ConversationSubject();

    private ConversationSubject() {}

    @Override
    public String name() {
        return "conversation";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(ConversationEvent.class);
    }

    @Override
    public @Nullable String id(Event event) {
        return switch (event) {
            case OfConversation of -> of.conversationId().key();
            case StatusReported reported when Failures.isFailure(reported) -> of(reported);
            default -> null;
        };
    }

    @Override
    public @Nullable String channel(Event event) {
        ChannelId named = switch (event) {
            case ConversationOpened opened -> opened.channelId();
            case MessageReceived received -> received.channelId();
            case MessageQueued queued -> queued.channelId();
            default -> null;
        };
        return named == null ? null : named.key();
    }

    @Override
    public @Nullable String conversation(Event event) {
        ConversationId id = switch (event) {
            case OfConversation of -> of.conversationId();
            case StatusReported reported -> reported.conversationId();
            default -> null;
        };
        return id == null ? null : id.key();
    }

    private static String of(StatusReported event) {
        return event.conversationId() == null
                ? event.messageKey().key()
                : event.conversationId().key();
    }
}
