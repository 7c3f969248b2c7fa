package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A query with {@code Wait-For-Position} is answered from read models that are at least that fresh. In the past there is
 * nothing to wait for.
 */
final class FreshnessInterceptor implements HandlerInterceptor {

    static final String HEADER = "Wait-For-Position";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final ReadModelFeed feed;
    private final Duration patience;

    FreshnessInterceptor(ReadModelFeed feed, Duration patience) {
        this.feed = feed;
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getHeader(HEADER);
        if (wanted != null && Past.current() == null && QueryConfiguration.isQuery(request)) {
            await(position(wanted.strip()), lanes(handler));
        }
        return true;
    }

    private static Set<String> lanes(Object handler) {
        ReadsLane reads =
                handler instanceof HandlerMethod method ? method.getBeanType().getAnnotation(ReadsLane.class) : null;
        return reads == null ? Set.of() : Set.of(reads.value());
    }

    private void await(long position, Set<String> lanes) {
        try {
            if (feed.await(position, lanes, patience)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DomainProblem(
                DomainProblem.Kind.UNAVAILABLE,
                "read-model-behind",
                "The read models have not come to that position yet.",
                Map.of("retryAfterSeconds", 1));
    }

    private static long position(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw DomainProblem.invalid(HEADER, "malformed", "A position is a whole number.");
        }
        return new BigInteger(text).min(MOST).max(BigInteger.ZERO).longValueExact();
    }
}
