package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.conversation.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is open in a conversation that goes on in another one.
 *
 * @param unread messages that nobody has read yet
 */
record Unfinished(
        ChannelId channel,
        Endpoint endpoint,
        @Nullable ConversationStatus status,
        Owner owner,
        @Nullable String assignee,
        @Nullable Topic topic,
        @Nullable Instant lastInbound,
        int unread) {

    boolean active() {
        return status == ConversationStatus.open || status == ConversationStatus.in_progress;
    }
}
