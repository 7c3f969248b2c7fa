package io.chatledger.command.account;

import io.chatledger.command.Commands;
import io.chatledger.command.account.session.AccessTokenDecoder;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.kernel.account.AccountCommand.AccountProfile;
import io.chatledger.kernel.account.AccountCommand.DescribeAccount;
import io.chatledger.kernel.account.AccountEvent.EmailClaimed;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.SessionEnd;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.DescribeMembership;
import io.chatledger.kernel.tenant.TenantCommand.Membership;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;

/** Opens sessions, keeps them open and ends them. */
@Component
class Sessions {

    static final Origin LOOK_UP = Origin.of(TenantId.PLATFORM, Actor.SYSTEM);

    private final Commands commands;
    private final ClaimIndex claims;
    private final SessionRegister register;
    private final RecordedSessions records;
    private final AccessTokens accessTokens;
    private final AccessTokenDecoder decoder;
    private final RefreshTokens refreshTokens;

    Sessions(
            Commands commands,
            ClaimIndex claims,
            SessionRegister register,
            RecordedSessions records,
            AccessTokens accessTokens,
            AccessTokenDecoder decoder,
            RefreshTokens refreshTokens) {
        this.commands = commands;
        this.claims = claims;
        this.register = register;
        this.records = records;
        this.accessTokens = accessTokens;
        this.decoder = decoder;
        this.refreshTokens = refreshTokens;
    }

    ClaimId emailClaim(String email) {
        return claims.of(TenantId.PLATFORM, EmailClaimed.EMAIL, email.toLowerCase(Locale.ROOT));
    }

    ClaimId slugClaim(String slug) {
        return claims.of(TenantId.PLATFORM, SlugClaimed.SLUG, slug);
    }

    /** @param browser whether it is for a person's browser */
    SignedIn open(AccountId account, TenantId tenant, boolean browser, Place place) {
        Membership member = membership(account, tenant);
        try {
            return opened(account, member, browser, place);
        } catch (DataIntegrityViolationException endedMeanwhile) {
            // Of two at once, signing out everywhere and in, this one was the later.
            return opened(account, member, browser, place);
        }
    }

    private SignedIn opened(AccountId account, Membership member, boolean browser, Place place) {
        KnownSession session = records.open(account, member.tenant(), member.role(), browser, place);
        return signedIn(session, member, refreshTokens.issue(session));
    }

    /**
     * @throws DomainProblem {@code refresh-token-invalid} if the token is unknown, was used before or is too old, or its
     *     session has ended
     */
    SignedIn refresh(String refreshToken, RefreshTokens.Reuse reuse, Place place) {
        RefreshTokens.Issued next = refreshTokens.rotate(refreshToken).orElseThrow(() -> {
            refreshTokens
                    .stolen(refreshToken, reuse)
                    .ifPresent(session -> records.end(session, SessionEnd.refresh_token_reused));
            return refreshTokenInvalid();
        });
        KnownSession session = register.find(next.session()).orElseThrow(Sessions::refreshTokenInvalid);
        records.seenFrom(session, place);
        return signedIn(session, membership(session.account(), session.tenant()), next.token());
    }

    /** Ends the session of a refresh token; an unknown one is left alone. */
    void logout(String refreshToken) {
        refreshTokens.session(refreshToken).ifPresent(session -> records.end(session, SessionEnd.signed_out));
    }

    /** Ends the session that an access token names, if it is one of ours and still good. */
    void logoutByAccessToken(String accessToken) {
        try {
            UUID session = AccessTokenDecoder.session(decoder.decode(accessToken));
            if (session != null) {
                records.end(session, SessionEnd.signed_out);
            }
        } catch (BadJwtException nothingToEnd) {
            // It opens nothing anyway.
        }
    }

    /** The token that a browser keeps in its cookie. */
    String browserToken(KnownSession session) {
        return accessTokens.issueForBrowser(session);
    }

    private Membership membership(AccountId account, TenantId tenant) {
        return commands.send(new DescribeMembership(TenantStreamId.ofTenant(tenant), account), LOOK_UP);
    }

    private SignedIn signedIn(KnownSession session, Membership member, String refreshToken) {
        AccountProfile profile = commands.send(new DescribeAccount(session.account()), LOOK_UP);
        Session answer = new Session(
                accessTokens.issue(session),
                refreshToken,
                AccessTokens.LIFE.toSeconds(),
                new Session.TenantPart(
                        session.tenant().value(),
                        member.slug(),
                        member.name(),
                        member.plan().name(),
                        member.timeZone(),
                        member.currency()),
                new Session.AccountPart(
                        session.account().key(),
                        profile.email(),
                        profile.firstName(),
                        profile.lastName(),
                        session.role().name()));
        return new SignedIn(answer, session);
    }

    private static DomainProblem refreshTokenInvalid() {
        return new DomainProblem(
                DomainProblem.Kind.UNAUTHENTICATED,
                "refresh-token-invalid",
                "The refresh token is unknown, used or too old; sign in again.");
    }
}
