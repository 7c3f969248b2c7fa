package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.BlindIndex;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names the streams that claim what the provider calls people and messages. */
@Component
class ProviderKeys {

    private final BlindIndex index;

    ProviderKeys(BlindIndex index) {
        this.index = index;
    }

    MessageKey message(TenantId tenant, String phoneNumberId, String messageId) {
        return MessageKey.of(tenant, index.key(tenant, "message", phoneNumberId + "/" + messageId));
    }

    List<ClaimableIdentity> identities(TenantId tenant, List<Identity> identities) {
        return identities.stream().map(one -> identity(tenant, one)).toList();
    }

    private ClaimableIdentity identity(TenantId tenant, Identity identity) {
        if (!identity.identifies()) {
            return new ClaimableIdentity(identity, null);
        }
        String value = identity.type() + ":" + identity.value();
        return new ClaimableIdentity(identity, ContactId.of(tenant, index.key(tenant, "identity", value)));
    }
}
