package io.chatledger.web;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.Past;
import io.chatledger.query.replay.HistoryInterceptor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what would change something while its sender looks at the past, in whatever process it arrives. */
final class NoCommandsInThePast implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!SAFE.contains(request.getMethod()) && HistoryInterceptor.isAsked(request)) {
            throw DomainProblem.invalid(Past.MOMENT, "not-for-commands", "Nothing can be changed in the past.");
        }
        return true;
    }
}
