package io.chatledger.query;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** People who ask. */
public final class Callers {

    private Callers() {}

    /** Somebody new. */
    public static Caller of(TenantId tenant, Role role) {
        return of(tenant, UUID.randomUUID(), role);
    }

    public static Caller of(TenantId tenant, UUID account, Role role) {
        return new Caller(
                tenant,
                AccountId.of(TenantId.PLATFORM, account),
                role,
                Features.builtIn().permissions().of(role),
                UUID.randomUUID());
    }
}
