package io.chatledger.kernel.account;

import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonalData;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;

/** What has happened to accounts. Passwords are kept apart, as hashes, never in events. */
public sealed interface AccountEvent extends Event {

    record AccountRegistered(
            AccountId accountId,
            @PersonalData String email,
            @PersonalData String firstName,
            @PersonalData String lastName,
            Instant at)
            implements AccountEvent {
        @Override
        public AccountId person() {
            return accountId;
        }
    }

    record TenantJoined(AccountId accountId, TenantId tenant, Instant at) implements AccountEvent {}

    /** The claim that gives an e-mail address to one account. */
    record EmailClaimed(ClaimId claim, AccountId accountId, Instant at) implements AccountEvent, ClaimEvent.Taken {

        public static final ClaimKind EMAIL = new ClaimKind("account", "email");

        @Override
        public AccountId holder() {
            return accountId;
        }
    }
}
