package io.chatledger.kernel.account;

import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of accounts. */
public sealed interface AccountCommand {

    /** Answers an {@link AccountProfile}; changes nothing. */
    record DescribeAccount(@TargetAggregateIdentifier AccountId accountId) implements AccountCommand {}

    /** An account as its owner sees it, and the tenants it belongs to, the first one joined first. */
    record AccountProfile(
            AccountId accountId, String email, String firstName, String lastName, List<TenantId> tenants) {}
}
