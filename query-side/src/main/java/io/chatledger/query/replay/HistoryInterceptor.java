package io.chatledger.query.replay;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.CurrentCaller;
import io.chatledger.query.Instants;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.OfOneAggregate;
import io.chatledger.query.Past;
import io.chatledger.query.QueryConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * A query with {@code asOf} or {@code Replay} is answered as it stood then. Where that cannot be done it is refused: an
 * answer as of now would be taken for one of then. Pages say {@code replay} in their address, as links have no headers.
 */
public final class HistoryInterceptor implements AsyncHandlerInterceptor {

    private static final String HEADER = "Replay";
    private static final String QUERIES = "io.chatledger.query";
    private static final String PERMISSION = "audit.read";

    private final Replays replays;
    private final CurrentCaller callers;

    public HistoryInterceptor(Replays replays, CurrentCaller callers) {
        this.replays = replays;
        this.callers = callers;
    }

    /** Which past a request asks for, if any; null for what it does not say. */
    private record Asked(@Nullable String replay, @Nullable String asOf) {

        static Asked of(HttpServletRequest request) {
            String header = request.getHeader(HEADER);
            return new Asked(header == null ? inQuery(request, Past.REPLAY) : header, inQuery(request, Past.MOMENT));
        }

        /** By the address alone: to ask for a parameter would read the body of a form. */
        private static @Nullable String inQuery(HttpServletRequest request, String name) {
            String query = request.getQueryString();
            boolean there = query != null && ("&" + query).contains("&" + name + "=");
            return there ? request.getParameter(name) : null;
        }

        boolean nothing() {
            return replay == null && asOf == null;
        }

        DomainProblem refused(String code, String message) {
            return DomainProblem.invalid(asOf == null ? HEADER : Past.MOMENT, code, message);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Past.leaveAny();
        Asked asked = Asked.of(request);
        if (asked.nothing() || !QueryConfiguration.isQuery(request)) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method) || !showsReadModels(method)) {
            throw asked.refused("not-available", "This is not available as of an earlier time.");
        }
        enter(asked, method.hasMethodAnnotation(OfOneAggregate.class));
        return true;
    }

    private void enter(Asked asked, boolean ofOne) {
        Caller caller = callers.find()
                .orElseThrow(() ->
                        new DomainProblem(DomainProblem.Kind.UNAUTHENTICATED, "unauthenticated", "Sign in first."));
        caller.require(PERMISSION);
        if (asked.replay() == null) {
            Instant asOf = Instants.parse(asked.asOf(), Past.MOMENT);
            Past past = ofOne ? replays.rowsAt(caller.tenant(), asOf) : replays.at(caller.tenant(), asOf);
            past.enter();
        } else if (asked.asOf() == null) {
            replays.of(caller.tenant(), ReplayId.parse(asked.replay())).enter();
        } else {
            throw DomainProblem.invalid(Past.MOMENT, "one-of", "Say either asOf or Replay.");
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
        return !Asked.of(request).nothing();
    }

    private static boolean showsReadModels(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(QUERIES)
                && !method.getBeanType().isAnnotationPresent(NotInThePast.class);
    }
}
