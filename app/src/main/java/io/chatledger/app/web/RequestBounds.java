package io.chatledger.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds the bodies of the JSON API and gives each request a correlation id for the log. */
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
            if (request.getRequestURI().startsWith("/webhooks/")) {
                chain.doFilter(request, response); // webhooks have a limit of their own
            } else if (request.getContentLengthLong() > LARGEST_BODY) {
                tooLarge(response);
            } else {
                chain.doFilter(new Bounded(request), response);
            }
        } finally {
            MDC.remove("correlationId");
            MDC.remove("tenant");
        }
    }

    private void tooLarge(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body may have 1 MiB at most.");
    }

    /** A body without a length stops where it becomes too large, which then reads as broken JSON. */
    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left = LARGEST_BODY;

        BoundedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? body.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = body.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public boolean isFinished() {
            return left <= 0 || body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
