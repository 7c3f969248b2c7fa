package io.chatledger.command.claim;

import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names the streams that claim the identities of contacts. */
@Component
public class IdentityClaims {

    private final ClaimIndex claims;

    public IdentityClaims(ClaimIndex claims) {
        this.claims = claims;
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

    private ClaimId claim(TenantId tenant, Identity identity) {
        return claims.of(tenant, IdentityClaimed.IDENTITY, identity.type() + ":" + identity.value());
    }
}
