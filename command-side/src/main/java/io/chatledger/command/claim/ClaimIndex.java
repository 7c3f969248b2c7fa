package io.chatledger.command.claim;

import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
import org.springframework.stereotype.Component;

/** Finds the claim on a value, without saying what the value is. */
@Component
public class ClaimIndex {

    private final BlindIndex index;

    public ClaimIndex(BlindIndex index) {
        this.index = index;
    }

    /**
     * @param scope within which the value is one holder's
     * @param value in its normal form: another spelling is another claim
     */
    public ClaimId of(TenantId scope, ClaimKind kind, String value) {
        return ClaimId.of(scope, kind, index.key(scope, kind.name(), value));
    }
}
