package io.chatledger.query.replay;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.CurrentCaller;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Past;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * A query with {@code asOf} or {@code Replay} is answered as it stood then. Where that cannot be done it is refused: an
 * answer as of now would be taken for one of then.
 */
public final class HistoryInterceptor implements AsyncHandlerInterceptor {

    public static final String PARAMETER = "asOf";
    public static final String HEADER = "Replay";

    private static final String QUERIES = "io.chatledger.query";
    private static final String PERMISSION = "audit.read";
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)" + PARAMETER + "=");

    private final Replays replays;
    private final CurrentCaller callers;

    public HistoryInterceptor(Replays replays, CurrentCaller callers) {
        this.replays = replays;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Past.leaveAny();
        if (!isAsked(request) || !isQuery(request)) {
            return true;
        }
        boolean dated = isDated(request);
        if (!(handler instanceof HandlerMethod method) || !showsReadModels(method)) {
            throw DomainProblem.invalid(
                    dated ? PARAMETER : HEADER, "not-available", "This is not available as of an earlier time.");
        }
        enter(request.getHeader(HEADER), dated ? request.getParameter(PARAMETER) : null);
        return true;
    }

    private void enter(@Nullable String replay, @Nullable String asOf) {
        Caller caller = callers.find()
                .orElseThrow(() ->
                        new DomainProblem(DomainProblem.Kind.UNAUTHENTICATED, "unauthenticated", "Sign in first."));
        caller.require(PERMISSION);
        if (replay == null) {
            replays.at(caller.tenant(), Instants.parse(asOf, PARAMETER)).enter();
        } else if (asOf == null) {
            replays.of(caller.tenant(), ReplayId.parse(replay)).enter();
        } else {
            throw DomainProblem.invalid(PARAMETER, "one-of", "Say either asOf or Replay.");
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Past.leaveAny();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Past.leaveAny();
    }

    /** Whether a request says that it is about the past. */
    public static boolean isAsked(HttpServletRequest request) {
        return request.getHeader(HEADER) != null || isDated(request);
    }

    /** By the address alone: to ask for a parameter would read the body of a form. */
    private static boolean isDated(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && IN_QUERY.matcher(query).find();
    }

    private static boolean isQuery(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean showsReadModels(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(QUERIES)
                && !method.getBeanType().isAnnotationPresent(NotInThePast.class);
    }
}
