package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.BlindIndex;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Names the streams that claim what the provider calls messages. */
@Component
class ProviderKeys {

    private final BlindIndex index;

    ProviderKeys(BlindIndex index) {
        this.index = index;
    }

    MessageKey message(TenantId tenant, String phoneNumberId, String messageId) {
        return MessageKey.of(tenant, index.key(tenant, "message", phoneNumberId + "/" + messageId));
    }
}
