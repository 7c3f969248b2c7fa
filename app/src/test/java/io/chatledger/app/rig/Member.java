package io.chatledger.app.rig;

import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.command.account.session.SigningKey;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/** Somebody who works for a business in a role. */
public record Member(KnownSession session, Client client) {

    public static Member of(Business business, Role role) {
        AccountId account = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());
        KnownSession session =
                RunningApplication.bean(SessionRegister.class).open(account, new TenantId(business.id()), role, false);
        String token =
                AccessToken.signed(RunningApplication.bean(SigningKey.class).pair(), AccessToken.claims(session));
        return new Member(session, RunningApplication.stranger().withToken(token));
    }

    /** Id of the account. */
    public String account() {
        return session.account().key();
    }
}
