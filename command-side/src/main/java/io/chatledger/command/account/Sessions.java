package io.chatledger.command.account;

import io.chatledger.command.BlindIndex;
import io.chatledger.command.Commands;
import io.chatledger.kernel.account.AccountCommand.AccountProfile;
import io.chatledger.kernel.account.AccountCommand.DescribeAccount;
import io.chatledger.kernel.account.AccountCommand.FindByEmail;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.DescribeMembership;
import io.chatledger.kernel.tenant.TenantCommand.FindBySlug;
import io.chatledger.kernel.tenant.TenantCommand.Membership;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs people in, keeps them signed in and signs them out. */
@Component
class Sessions {

    private static final Origin LOOK_UP = Origin.of(TenantId.PLATFORM, Actor.SYSTEM);

    private final Commands commands;
    private final BlindIndex blindIndex;
    private final Credentials credentials;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    Sessions(
            Commands commands,
            BlindIndex blindIndex,
            Credentials credentials,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens) {
        this.commands = commands;
        this.blindIndex = blindIndex;
        this.credentials = credentials;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    AccountId emailClaim(String email) {
        return AccountId.of(
                TenantId.PLATFORM, blindIndex.key(TenantId.PLATFORM, "email", email.toLowerCase(Locale.ROOT)));
    }

    TenantStreamId slugClaim(String slug) {
        return TenantStreamId.of(TenantId.PLATFORM, blindIndex.key(TenantId.PLATFORM, "slug", slug));
    }

    /**
     * @param slug the tenant to sign in to; null for the first one joined
     * @throws DomainProblem {@code bad-credentials}, also where the account is in no tenant of that slug
     */
    Session login(String email, String password, @Nullable String slug) {
        AccountId account = find(email);
        if (!credentials.matches(account, password) || account == null) {
            throw badCredentials();
        }
        AccountProfile profile = profile(account);
        TenantId tenant = slug == null ? profile.tenants().getFirst() : member(profile, slug);
        return open(profile, tenant, refreshTokens.issue(account, tenant));
    }

    /** @throws DomainProblem {@code refresh-token-invalid} if the token is unknown, was used before or is too old */
    Session refresh(String refreshToken, RefreshTokens.Reuse reuse) {
        RefreshTokens.Issued next = refreshTokens
                .rotate(refreshToken, reuse)
                .orElseThrow(() -> new DomainProblem(
                        DomainProblem.Kind.UNAUTHENTICATED,
                        "refresh-token-invalid",
                        "The refresh token is unknown, used or too old; sign in again."));
        return open(profile(next.account()), next.tenant(), next.token());
    }

    void logout(String refreshToken) {
        refreshTokens.revoke(refreshToken);
    }

    Session open(AccountId account, TenantId tenant) {
        return open(profile(account), tenant, refreshTokens.issue(account, tenant));
    }

    /** A longer-lived access token for a browser, which keeps it in a cookie that no script can read. */
    String browserToken(Session session) {
        return accessTokens.issue(
                AccountId.of(
                        TenantId.PLATFORM, UUID.fromString(session.account().id())),
                new TenantId(session.tenant().id()),
                Role.valueOf(session.account().role()),
                AccessTokens.SESSION);
    }

    private AccountProfile profile(AccountId account) {
        return commands.send(new DescribeAccount(account), LOOK_UP);
    }

    private Session open(AccountProfile profile, TenantId tenant, String refreshToken) {
        Membership member =
                commands.send(new DescribeMembership(TenantStreamId.ofTenant(tenant), profile.accountId()), LOOK_UP);
        return new Session(
                accessTokens.issue(profile.accountId(), tenant, member.role(), AccessTokens.LIFE),
                refreshToken,
                AccessTokens.LIFE.toSeconds(),
                new Session.TenantPart(
                        tenant.value(),
                        member.slug(),
                        member.name(),
                        member.plan().name(),
                        member.timeZone(),
                        member.currency()),
                new Session.AccountPart(
                        profile.accountId().key(),
                        profile.email(),
                        profile.firstName(),
                        profile.lastName(),
                        member.role().name()));
    }

    private @Nullable AccountId find(String email) {
        try {
            return commands.send(new FindByEmail(emailClaim(email)), LOOK_UP);
        } catch (DomainProblem nobody) {
            return null;
        }
    }

    private TenantId member(AccountProfile profile, String slug) {
        try {
            TenantId tenant = commands.send(new FindBySlug(slugClaim(slug)), LOOK_UP);
            if (profile.tenants().contains(tenant)) {
                return tenant;
            }
        } catch (DomainProblem unknownSlug) {
            throw badCredentials();
        }
        throw badCredentials();
    }

    private static DomainProblem badCredentials() {
        return new DomainProblem(
                DomainProblem.Kind.UNAUTHENTICATED, "bad-credentials", "The e-mail address or the password is wrong.");
    }
}
