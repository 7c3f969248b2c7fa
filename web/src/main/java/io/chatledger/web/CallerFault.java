package io.chatledger.web;

import io.chatledger.kernel.problem.DomainProblem;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Failures that a caller brought about, wherever they come up and in whatever they are wrapped. */
public final class CallerFault {

    private static final int DEEPEST_CAUSE = 8;

    private CallerFault() {}

    /** What to tell the caller; null where it is not to blame, or {@linkplain #isGone gone}. */
    public static @Nullable ResponseEntity<ProblemDetail> answer(Throwable failure) {
        return switch (cause(failure)) {
            case RefusedBody body -> answer(body);
            case DomainProblem refusal -> answer(refusal);
            case InvalidParameterException undecodable -> answer(undecodable);
            case null, default -> null;
        };
    }

    /** Whether it went away, or does not take its answer. */
    public static boolean isGone(Throwable failure) {
        return cause(failure) instanceof IOException gone && !(gone instanceof RefusedBody);
    }

    static ResponseEntity<ProblemDetail> answer(DomainProblem refusal) {
        HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
        ProblemDetail problem = ProblemWriter.problem(status, refusal.code(), String.valueOf(refusal.getMessage()));
        refusal.details().forEach(problem::setProperty);
        ResponseEntity.BodyBuilder answer = problemJson(status);
        if (refusal.kind() == DomainProblem.Kind.UNAVAILABLE || refusal.kind() == DomainProblem.Kind.TOO_MANY) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refusal.details().getOrDefault("retryAfterSeconds", 1)));
        }
        return answer.body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(RefusedBody body) {
        ResponseEntity.BodyBuilder answer = problemJson(body.status()).header(HttpHeaders.CONNECTION, "close");
        if (body.isWorthARetry()) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(ProblemWriter.problem(body.status(), body.code(), String.valueOf(body.getMessage())));
    }

    private static ResponseEntity<ProblemDetail> answer(InvalidParameterException undecodable) {
        HttpStatus status = undecodable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        return problemJson(status)
                .body(ProblemWriter.problem(
                        status, ProblemWriter.code(status), "The parameters are too many or cannot be decoded."));
    }

    private static ResponseEntity.BodyBuilder problemJson(HttpStatus status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static @Nullable Throwable cause(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof RefusedBody
                    || cause instanceof InvalidParameterException
                    || cause instanceof DomainProblem
                    || cause instanceof ClientAbortException
                    || cause instanceof AsyncRequestNotUsableException
                    || cause instanceof SlowCaller) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** An answer that is not taken. */
    public static final class SlowCaller extends SocketTimeoutException {
        private static final long serialVersionUID = 1L;

        public SlowCaller() {
            super("The answer is not taken.");
        }
    }
}
