package io.chatledger.command.conversation.inbound;

import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.MessageContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message, as a provider's webhook tells it.
 *
 * @param endpoint at which it arrived
 * @param id the provider's, unique at the endpoint
 * @param sender what the customer is known by, the most reliable first; at least one of them identifies
 * @param movedTo what the customer is known by from now on; empty unless the message says that a number changed
 * @param profileName as customers call themselves; null where the provider does not tell it
 * @param contextMessageId the provider's id of the message that it answers; null where it answers none
 */
public record InboundMessage(
        Endpoint endpoint,
        String id,
        Instant sentAt,
        List<Identity> sender,
        List<Identity> movedTo,
        @Nullable String profileName,
        MessageContent content,
        @Nullable String contextMessageId) {}
