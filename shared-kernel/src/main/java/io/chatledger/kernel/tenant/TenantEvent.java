package io.chatledger.kernel.tenant;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to tenants. */
public sealed interface TenantEvent extends Event {

    /**
     * @param timeZone IANA name
     * @param currency ISO 4217
     * @param locale BCP 47, {@code es} or {@code en}
     */
    record TenantRegistered(
            TenantId tenant,
            String name,
            String slug,
            Plan plan,
            String timeZone,
            String currency,
            String locale,
            Instant at)
            implements TenantEvent {}

    record MemberJoined(TenantId tenant, AccountId accountId, Role role, Instant at) implements TenantEvent {}

    /**
     * How long a tenant keeps what it has of customers; what it said before holds no more.
     *
     * @param journalBodiesDays after which raw webhook bodies are removed
     * @param inactiveContactsDays without a message, after which contacts are erased; null for never
     */
    record RetentionSet(
            TenantId tenant,
            int journalBodiesDays,
            @Nullable Integer inactiveContactsDays,
            Instant at) implements TenantEvent {}

    /** The claim that gives a slug to one tenant. */
    record SlugClaimed(ClaimId claim, TenantId tenant, Instant at) implements TenantEvent, ClaimEvent.Taken {

        public static final ClaimKind SLUG = new ClaimKind("tenant", "slug");

        @Override
        public TenantStreamId holder() {
            return TenantStreamId.ofTenant(tenant);
        }
    }
}
