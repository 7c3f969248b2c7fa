package io.chatledger.command;

import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names the streams that claim the identities of contacts. */
@Component
public class IdentityClaims {

    private final BlindIndex index;

    public IdentityClaims(BlindIndex index) {
        this.index = index;
    }

    public List<ClaimableIdentity> of(TenantId tenant, Collection<Identity> identities) {
        return identities.stream().map(one -> of(tenant, one)).toList();
    }

    private ClaimableIdentity of(TenantId tenant, Identity identity) {
        if (!identity.identifies()) {
            return new ClaimableIdentity(identity, null);
        }
        String value = identity.type() + ":" + identity.value();
        return new ClaimableIdentity(identity, ContactId.of(tenant, index.key(tenant, "identity", value)));
    }
}
