package io.chatledger.web.bounds;

import io.chatledger.web.CallerFault;
import io.chatledger.web.ProblemWriter;
import io.chatledger.web.RefusedBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody behind it meet a request that cannot be read, or wait for one; gives each its correlation id. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestBounds extends OncePerRequestFilter {

    private static final long LARGEST_BODY = 1024L * 1024;

    private final ProblemWriter problems;

    RequestBounds(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put("correlationId", UUID.randomUUID().toString());
        try {
            pass(request, response, chain);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!answered(failure, response)) {
                throw failure;
            }
        } finally {
            MDC.remove("correlationId");
            MDC.remove("tenant");
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WellFormedRequest.check(request);
        if (!WellFormedRequest.isReadable(request)) {
            problems.write(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    ProblemWriter.code(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
                    "A body of that Content-Type or Content-Encoding is not read here.");
            return;
        }
        boolean webhook = request.getRequestURI().startsWith("/webhooks/");
        if (!webhook && request.getContentLengthLong() > LARGEST_BODY) {
            throw RefusedBody.tooLarge(LARGEST_BODY);
        }
        HttpServletRequest bounded = request.getAttribute(WholeBody.ATTRIBUTE) instanceof WholeBody body
                ? new BoundedRequest(request, body)
                : request;
        chain.doFilter(bounded, new BoundedResponse(response, new AnswerPace()));
    }

    /** Whether the caller was at fault and has been told so, as far as it is still there. */
    private boolean answered(Throwable failure, HttpServletResponse response) throws IOException {
        if (CallerFault.isGone(failure)) {
            return true;
        }
        ResponseEntity<ProblemDetail> answer = CallerFault.answer(failure);
        if (answer == null || response.isCommitted()) {
            return false;
        }
        problems.write(response, answer);
        return true;
    }
}
