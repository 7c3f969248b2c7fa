package io.chatledger.app.web;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.Allowed;
import java.util.Collection;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fails the start where a call takes a permission that no feature declares, so that nobody could ever make it. */
@Component
final class DeclaredPermissions implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping calls;
    private final Set<String> known;

    DeclaredPermissions(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping calls, Features features) {
        this.calls = calls;
        this.known = features.permissions().known();
    }

    @Override
    public void afterSingletonsInstantiated() {
        check(calls.getHandlerMethods().values(), known);
    }

    static void check(Collection<HandlerMethod> calls, Set<String> known) {
        for (HandlerMethod call : calls) {
            Allowed allowed = call.getMethodAnnotation(Allowed.class);
            if (allowed != null && allowed.to() == Allowed.To.HOLDERS && !known.contains(allowed.value())) {
                throw new IllegalStateException(
                        call + " takes the permission '" + allowed.value() + "', which no feature declares");
            }
        }
    }
}
