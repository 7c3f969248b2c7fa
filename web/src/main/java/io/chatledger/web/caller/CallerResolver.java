package io.chatledger.web.caller;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the caller whose session the access token names. */
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
        SignedIn known = SignedIn.current();
        if (known == null) {
            throw new DomainProblem(DomainProblem.Kind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
        }
        MDC.put("tenant", known.caller().tenant().value());
        return known.caller();
    }
}
