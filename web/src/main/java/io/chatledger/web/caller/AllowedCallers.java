package io.chatledger.web.caller;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns callers away from what they may not do, by what {@link Allowed} says of a call. */
final class AllowedCallers implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Allowed allowed = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Allowed.class) : null;
        if (allowed == null || allowed.to() == Allowed.To.EVERYBODY || allowed.to() == Allowed.To.PROVIDERS) {
            return true;
        }
        Caller caller = CallerResolver.signedIn();
        if (allowed.to() == Allowed.To.HOLDERS) {
            caller.require(allowed.value());
        }
        return true;
    }
}
