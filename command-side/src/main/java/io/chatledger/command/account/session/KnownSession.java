package io.chatledger.command.account.session;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A session that is open.
 *
 * @param role what its account may do in the tenant now, whatever a token says
 * @param endsAt when it ends even if it is used without a pause
 */
public record KnownSession(UUID id, TenantId tenant, AccountId account, Role role, boolean browser, Instant endsAt) {}
