package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.Provider;

/** Sends messages through a provider. */
public interface MessageGateway {

    /** Whose channels it sends for. */
    Provider provider();

    /** One attempt. Never throws for what a provider or a network does: the result says it. */
    SendResult send(OutboundMessage message);
}
