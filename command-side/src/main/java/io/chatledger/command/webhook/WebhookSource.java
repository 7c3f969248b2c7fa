package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A provider whose webhooks are journalled: it knows what a body says and what to do about it. */
public interface WebhookSource {

    /** The provider's name as it stands in the journal, such as {@code whatsapp}. */
    String name();

    /**
     * Splits a body into its parts, in the order in which they stand there; at least one. A body that cannot be read
     * is one failed part.
     */
    List<DeliveryPart> interpret(byte[] body);

    /**
     * Whose a part of a body is, or once was.
     *
     * @param node anything within a body
     * @return empty where the node says nothing of it, so that it belongs to whom the node around it does
     */
    default Optional<Set<TenantId>> owners(JsonNode node) {
        return Optional.empty();
    }

    /**
     * Whether everything that a body tells a tenant is in the history, or never can be, so that nothing is lost with it.
     */
    default boolean isTaken(byte[] body, TenantId tenant) {
        return true;
    }

    /**
     * Takes out of a body what it brings of those who have been erased since it arrived, as whoever works it through would
     * decide, and sees to it that this is known for having been there when it comes again in another body. What others say
     * stays as it is, whomever they name.
     *
     * @param delivery id of the body in the journal
     * @param arrival number of the body
     * @return the same where there is nothing of the kind
     */
    default byte[] withhold(byte[] body, UUID delivery, long arrival, TenantId tenant) {
        return body;
    }
}
