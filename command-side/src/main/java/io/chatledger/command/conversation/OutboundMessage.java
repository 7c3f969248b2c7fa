package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.MessageContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a gateway needs it.
 *
 * @param identities what the customer is known by, the newest last; which of them is an address, a gateway knows
 * @param contextMessageId the provider's id of the message it answers; null where it answers none
 * @param callbackData comes back with every status: {@code <conversation key>:<message id>}
 */
public record OutboundMessage(
        ChannelId channelId,
        Endpoint endpoint,
        List<Identity> identities,
        MessageContent content,
        @Nullable String contextMessageId,
        String callbackData) {

    /** The customer's newest identity of a kind; null where there is none. */
    public @Nullable String newest(IdentityType type) {
        return identities.stream()
                .filter(identity -> identity.type() == type)
                .reduce((older, newer) -> newer)
                .map(Identity::value)
                .orElse(null);
    }
}
