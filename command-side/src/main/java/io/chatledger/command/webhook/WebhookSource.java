package io.chatledger.command.webhook;

import io.chatledger.kernel.contact.Identity;
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
     * Sees to it that what a body brings of a person who has been erased is known for having been there when it comes
     * again in another body. Does nothing about what has been worked through.
     *
     * @param delivery id of the body in the journal
     * @param identities all that the person was ever known by to the tenant
     */
    default void withhold(byte[] body, UUID delivery, TenantId tenant, Set<Identity> identities) {}
}
