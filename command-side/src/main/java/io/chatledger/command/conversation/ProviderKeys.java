package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
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
        return MessageKey.of(tenant, index.key(tenant, kind(endpoint.provider()), endpoint.id() + "/" + messageId));
    }

    /** The first provider's has the name under which its messages are found. */
    private static String kind(Provider provider) {
        return provider.equals(Provider.CLOUD_API) ? "message" : provider + "-message";
    }
}
