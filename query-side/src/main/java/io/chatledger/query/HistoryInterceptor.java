package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses to answer as of an earlier time: an answer as of now would be taken for one. */
final class HistoryInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = request.getParameter("asOf") != null || request.getHeader("Replay") != null;
        if (asked && QueryConfiguration.isQuery(request)) {
            throw DomainProblem.invalid("asOf", "not-available", "Answers as of an earlier time are not available.");
        }
        return true;
    }
}
