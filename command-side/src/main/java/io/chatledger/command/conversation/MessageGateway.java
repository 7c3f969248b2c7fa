package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.Provider;

/** Sends messages through a provider. */
public interface MessageGateway {

    /** Whose channels it sends for. */
    Provider provider();

    /**
     * One attempt; {@code no-address} where the customer cannot be reached through the provider. Never throws for what a provider or a network does: the result says it.
     */
    SendResult send(OutboundMessage message);
}
