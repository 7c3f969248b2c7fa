package io.chatledger.kernel.problem;

import java.util.Map;

/**
 * A refusal in the domain's language. It changes nothing; callers see it as problem+json with a stable code.
 */
public class DomainProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> details;

    /** What sort of refusal it is. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        UNPROCESSABLE(422),
        TOO_MANY(429),
        BAD_GATEWAY(502),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that says it best (RFC 9110). */
        public int status() {
            return status;
        }
    }

    /**
     * @param code stable, kebab-case
     * @param detail one sentence for a person, without personal data
     * @param details further members of the problem, such as {@code closedAt}
     */
    public DomainProblem(Kind kind, String code, String detail, Map<String, Object> details) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public DomainProblem(Kind kind, String code, String detail) {
        this(kind, code, detail, Map.of());
    }

    public static DomainProblem conflict(String code, String detail) {
        return new DomainProblem(Kind.CONFLICT, code, detail);
    }

    public static DomainProblem notFound(String what) {
        return new DomainProblem(Kind.NOT_FOUND, "not-found", "There is no such " + what + ".");
    }

    /** Invalid input in one field. */
    public static DomainProblem invalid(String field, String code, String message) {
        return new DomainProblem(
                Kind.INVALID,
                "invalid-request",
                message,
                Map.of("errors", java.util.List.of(Map.of("field", field, "code", code, "message", message))));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
