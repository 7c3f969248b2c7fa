package io.chatledger.command.account;

import static io.chatledger.command.account.Sessions.LOOK_UP;

import io.chatledger.command.Commands;
import io.chatledger.command.account.AuthRequests.Login;
import io.chatledger.command.account.LoginAttempts.Attempt;
import io.chatledger.kernel.account.AccountCommand.AccountProfile;
import io.chatledger.kernel.account.AccountCommand.DescribeAccount;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs people in who know their password, and keeps those from guessing who do not. */
@Component
class SignIn {

    private final Commands commands;
    private final Credentials credentials;
    private final LoginAttempts attempts;
    private final Sessions sessions;

    SignIn(Commands commands, Credentials credentials, LoginAttempts attempts, Sessions sessions) {
        this.commands = commands;
        this.credentials = credentials;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /**
     * @param address where it comes from
     * @param device known of this account; null for none
     * @throws DomainProblem {@code bad-credentials}, also where the account is in no tenant of that slug; {@code locked}
     *     after too many of those; {@code busy} if too many others are signing in
     */
    SignedIn signIn(Login login, String address, @Nullable UUID device, boolean browser, Place place) {
        ClaimId email = sessions.emailClaim(login.email());
        Attempt attempt = attempts.from(email, address, device);
        attempts.verify(attempt);
        AccountId account = commands.send(new FindHolder(email), LOOK_UP);
        if (!credentials.matches(account, login.password(), attempt.known(), () -> attempts.begin(attempt))
                || account == null) {
            throw badCredentials();
        }
        TenantId tenant = tenant(account, login.tenant());
        attempts.succeeded(attempt);
        return sessions.open(account, tenant, browser, place);
    }

    /** @param slug the tenant to sign in to; null for the first one joined */
    private TenantId tenant(AccountId account, @Nullable String slug) {
        AccountProfile profile = commands.send(new DescribeAccount(account), LOOK_UP);
        if (slug == null) {
            return profile.tenants().getFirst();
        }
        TenantStreamId tenant = commands.send(new FindHolder(sessions.slugClaim(slug)), LOOK_UP);
        if (tenant == null || !profile.tenants().contains(tenant.tenant())) {
            throw badCredentials();
        }
        return tenant.tenant();
    }

    private static DomainProblem badCredentials() {
        return new DomainProblem(
                DomainProblem.Kind.UNAUTHENTICATED, "bad-credentials", "The e-mail address or the password is wrong.");
    }
}
