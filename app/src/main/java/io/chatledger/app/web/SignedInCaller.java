package io.chatledger.app.web;

import io.chatledger.app.Roles.QueryRole;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.CurrentCaller;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Whoever the access token of the current request names. */
@Component
@Conditional(QueryRole.class)
class SignedInCaller implements CurrentCaller {

    @Override
    public Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Optional.of(CallerResolver.caller(token))
                : Optional.empty();
    }
}
