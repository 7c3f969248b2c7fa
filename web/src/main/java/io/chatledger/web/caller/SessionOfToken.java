package io.chatledger.web.caller;

import io.chatledger.command.account.session.AccessTokenDecoder;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.permission.RolePermissions;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Finds the open session that an access token names. What the token says of its holder has to agree; what the holder may
 * do is what the register says now.
 */
@Component
final class SessionOfToken implements Converter<Jwt, AbstractAuthenticationToken> {

    private final SessionRegister sessions;
    private final RolePermissions permissions;

    /** Whether somebody is signed in cannot be told at the moment. */
    static final class SessionsUnreachable extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        SessionsUnreachable(DataAccessException failure) {
            super(failure.toString(), failure);
        }
    }

    SessionOfToken(SessionRegister sessions, Features features) {
        this.sessions = sessions;
        this.permissions = features.permissions();
    }

    /** @throws InvalidBearerTokenException if there is no such session, or no more */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        UUID named = AccessTokenDecoder.session(token);
        if (named == null || !isKnownRole(token.getClaimAsString("role"))) {
            throw new InvalidBearerTokenException("The access token is not one of ours.");
        }
        try {
            return sessions.find(named)
                    .filter(session -> isOf(session, token))
                    .map(session -> new SignedIn(session, permissions.of(session.role())))
                    .orElseThrow(() -> new InvalidBearerTokenException("The session has ended."));
        } catch (DataAccessException unreachable) {
            throw new SessionsUnreachable(unreachable);
        }
    }

    private static boolean isOf(KnownSession session, Jwt token) {
        return session.account().key().equals(token.getSubject())
                && session.tenant().value().equals(token.getClaimAsString("tenant"));
    }

    private static boolean isKnownRole(@Nullable String role) {
        return Arrays.stream(Role.values()).anyMatch(known -> known.name().equals(role));
    }
}
