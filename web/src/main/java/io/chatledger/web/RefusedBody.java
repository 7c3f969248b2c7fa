package io.chatledger.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A body that is not taken in; its connection ends with the answer. */
public final class RefusedBody extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    private RefusedBody(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** @param limit in bytes */
    public static RefusedBody tooLarge(long limit) {
        String size = limit >= 1024 * 1024 ? limit / (1024 * 1024) + " MiB" : limit / 1024 + " KiB";
        return new RefusedBody(
                HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body may have " + size + " at most here.");
    }

    /** Its parts do not fit together as HTTP has it. */
    public static RefusedBody malformed() {
        return new RefusedBody(HttpStatus.BAD_REQUEST, "invalid-request", "The body is not well-formed HTTP.");
    }

    /** Its sender takes longer than it may. */
    public static RefusedBody tooSlow() {
        return new RefusedBody(HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The body did not arrive in time.");
    }

    /** All callers of the kind together send more than there is room for. */
    public static RefusedBody noRoom() {
        return new RefusedBody(
                HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Too many large bodies are on their way; try again.");
    }

    /** This caller does. */
    public static RefusedBody noShare() {
        return new RefusedBody(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-bodies",
                "Too many large bodies of yours are on their way; try again when they are through.");
    }

    /** With which it is answered. */
    public HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    boolean isWorthARetry() {
        return status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS;
    }
}
