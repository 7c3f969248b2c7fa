package io.chatledger.query;

import io.chatledger.query.ReadRecords.Read;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts on record who was shown personal data. Room for the record is made before the query and filled after it has
 * succeeded, so that nobody waits for a record and nobody reads without one.
 */
final class ReadRecording implements HandlerInterceptor {

    private static final String READS = ReadRecording.class.getName();
    private static final int LONGEST_AGENT = 400;

    private final ReadRecords records;
    private final CurrentCaller callers;

    ReadRecording(ReadRecords records, CurrentCaller callers) {
        this.records = records;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || request.getAttribute(READS) != null) {
            return true;
        }
        List<Read> reads = reads(request, method);
        if (!reads.isEmpty()) {
            records.reserve(reads.size());
            request.setAttribute(READS, reads);
        }
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(READS) instanceof List<?> reads)) {
            return;
        }
        request.removeAttribute(READS);
        // What broke off in the middle of an answer may have shown something.
        boolean shown = response.getStatus() < 400 && (failure == null || response.isCommitted());
        if (shown) {
            ((List<Read>) reads).forEach(records::record);
        } else {
            records.release(reads.size());
        }
    }

    private List<Read> reads(HttpServletRequest request, HandlerMethod method) {
        var shown = AnnotatedElementUtils.getMergedRepeatableAnnotations(method.getMethod(), ShowsPersonalData.class);
        if (shown.isEmpty()) {
            return List.of();
        }
        return callers.find()
                .map(caller -> records.unrecorded(shown.stream()
                        .map(each -> new Read(
                                caller,
                                each.value(),
                                variable(request, each.id()),
                                moment(),
                                request.getRemoteAddr(),
                                agent(request),
                                MDC.get("correlationId")))
                        .toList()))
                .orElse(List.of());
    }

    private static @Nullable Instant moment() {
        Past past = Past.current();
        return past == null ? null : past.moment();
    }

    private static @Nullable String variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }

    private static @Nullable String agent(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
