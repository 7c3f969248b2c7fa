package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.conversation.MessageContent;
import org.jspecify.annotations.Nullable;

/**
 * A message as a gateway needs it.
 *
 * @param phone digits of the customer's number; null where only the user id is known
 * @param userId the customer's business-scoped user id; used where there is no phone
 * @param contextMessageId the provider's id of the message it answers; null where it answers none
 * @param callbackData comes back with every status: {@code <conversation key>:<message id>}
 */
public record OutboundMessage(
        ChannelId channelId,
        Endpoint endpoint,
        @Nullable String phone,
        @Nullable String userId,
        MessageContent content,
        @Nullable String contextMessageId,
        String callbackData) {}
