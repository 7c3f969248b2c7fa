package io.chatledger.kernel.tenant;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of tenants. */
public sealed interface TenantCommand {

    /**
     * A company signs up: the tenant, its first member and the claims on slug and e-mail, all or nothing.
     *
     * @param email lower case; the password is kept apart, under the account's id
     * @param role what the first member may do
     */
    record RegisterTenant(
            TenantId tenant,
            TenantStreamId tenantStream,
            ClaimId slugClaim,
            AccountId accountId,
            ClaimId emailClaim,
            String name,
            String slug,
            String timeZone,
            String currency,
            String locale,
            String email,
            String firstName,
            String lastName,
            Role role,
            Instant at)
            implements TenantCommand {}

    /** Answers the {@link Membership} of an account; changes nothing. */
    record DescribeMembership(@TargetAggregateIdentifier TenantStreamId tenantStream, AccountId accountId)
            implements TenantCommand {}

    /** How long to keep what is known of customers: see {@link TenantEvent.RetentionSet}. */
    record SetRetention(
            @TargetAggregateIdentifier TenantStreamId tenantStream,
            int journalBodiesDays,
            @Nullable Integer inactiveContactsDays,
            Instant at)
            implements TenantCommand {}

    /** A tenant as one of its members sees it. */
    record Membership(
            TenantId tenant, String slug, String name, Plan plan, String timeZone, String currency, Role role) {}
}
