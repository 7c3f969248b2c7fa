package io.chatledger.kernel.tenant;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.message.Event;
import java.time.Instant;

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

    /** The claim that gives a slug to one tenant. */
    record SlugClaimed(TenantStreamId claim, TenantId tenant, Instant at) implements TenantEvent {}
}
