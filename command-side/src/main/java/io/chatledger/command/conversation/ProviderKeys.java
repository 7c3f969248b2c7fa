package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
import org.springframework.stereotype.Component;

/** Names the streams of what a provider calls messages, whichever way they went, without saying what it calls them. */
@Component
public class ProviderKeys {

    private final BlindIndex index;

    public ProviderKeys(BlindIndex index) {
        this.index = index;
    }

    /** @param messageId the provider's */
    public MessageKey message(TenantId tenant, Endpoint endpoint, String messageId) {
        return MessageKey.of(tenant, index.key(tenant, "message", endpoint.id() + "/" + messageId));
    }
}
