package io.chatledger.app.web;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the caller that the access token names. */
final class CallerResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return signedIn();
    }

    /** @throws DomainProblem {@code unauthenticated} */
    static Caller signedIn() {
        if (SecurityContextHolder.getContext().getAuthentication()
                        instanceof org.springframework.security.core.Authentication authentication
                && authentication.getPrincipal() instanceof Jwt token) {
            Caller caller = caller(token);
            MDC.put("tenant", caller.tenant().value());
            return caller;
        }
        throw new DomainProblem(DomainProblem.Kind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
    }

    static Caller caller(Jwt token) {
        return new Caller(
                new TenantId(claim(token, "tenant")),
                AccountId.of(TenantId.PLATFORM, UUID.fromString(claim(token, "sub"))),
                Role.valueOf(claim(token, "role")));
    }

    private static String claim(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        if (value == null) {
            throw new DomainProblem(
                    DomainProblem.Kind.UNAUTHENTICATED, "unauthenticated", "The access token is not one of ours.");
        }
        return value;
    }
}
