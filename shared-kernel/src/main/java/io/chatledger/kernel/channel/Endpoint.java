package io.chatledger.kernel.channel;

/**
 * Where a channel is at its provider: whom webhooks name, and by whom messages go out.
 *
 * @param id the provider's, such as WhatsApp's id of a phone number
 */
public record Endpoint(Provider provider, String id) {}
