package io.chatledger.command.conversation;

/** Sends messages through a provider. */
public interface MessageGateway {

    /** One attempt. Never throws for what a provider or a network does: the result says it. */
    SendResult send(OutboundMessage message);
}
