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
        String replay = request.getHeader(HEADER);
        String query = request.getQueryString();
        boolean dated = query != null && IN_QUERY.matcher(query).find();
        if (replay == null && !dated) {
            return true;
        }
        if (!isQuery(request)) {
            throw refused(dated, "not-for-commands", "Nothing can be changed in the past.");
        }
        if (!(handler instanceof HandlerMethod method) || !showsReadModels(method)) {
            throw refused(dated, "not-available", "This is not available as of an earlier time.");
        }
        enter(replay, dated ? request.getParameter(PARAMETER) : null);
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

    private static boolean isQuery(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean showsReadModels(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(QUERIES)
                && !method.getBeanType().isAnnotationPresent(NotInThePast.class);
    }

    private static DomainProblem refused(boolean dated, String code, String message) {
        return DomainProblem.invalid(dated ? PARAMETER : HEADER, code, message);
    }
}
