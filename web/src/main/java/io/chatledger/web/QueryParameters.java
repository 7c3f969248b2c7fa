package io.chatledger.web;

import io.chatledger.kernel.problem.DomainProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter of the API that is there without a value, or more than once: whichever was meant, it would be a
 * guess. What is searched for may be empty.
 */
final class QueryParameters implements HandlerInterceptor {

    private static final Set<String> QUERIES = Set.of("GET", "HEAD");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    private static final String SEARCHED = "q";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && QUERIES.contains(request.getMethod())) {
            request.getParameterMap().forEach(QueryParameters::verify);
        }
        return true;
    }

    private static void verify(String name, String[] values) {
        if (!NAME.matcher(name).matches()) {
            return; // none of ours
        }
        if (values.length > 1) {
            throw DomainProblem.invalid(name, "duplicate", "This is there more than once.");
        }
        if (values[0].isBlank() && !name.equals(SEARCHED)) {
            throw DomainProblem.invalid(name, "not-blank", "This has no value; leave it out instead.");
        }
    }
}
