package io.chatledger.command;

import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
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
        return new ClaimableIdentity(
                identity,
                identity.identifies()
                        ? identity.spellings().stream()
                                .map(spelled -> claim(tenant, spelled))
                                .toList()
                        : List.of());
    }

    private ContactId claim(TenantId tenant, Identity identity) {
        return ContactId.of(tenant, index.key(tenant, "identity", identity.type() + ":" + identity.value()));
    }
}
