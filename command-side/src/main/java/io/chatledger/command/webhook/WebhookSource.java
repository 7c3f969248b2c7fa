package io.chatledger.command.webhook;

import java.util.List;

/** A provider whose webhooks are journalled: it knows what a body says and what to do about it. */
public interface WebhookSource {

    /** The provider's name as it stands in the journal, such as {@code whatsapp}. */
    String name();

    /**
     * Splits a body into its parts, in the order in which they stand there; at least one. A body that cannot be read
     * is one failed part.
     */
    List<DeliveryPart> interpret(byte[] body);
}
