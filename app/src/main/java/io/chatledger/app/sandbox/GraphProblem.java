package io.chatledger.app.sandbox;

import java.util.Map;
import java.util.UUID;

/** A Graph call refused, in the shape that Meta answers with. */
final class GraphProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final GraphCode code;
    private final String details;

    GraphProblem(GraphCode code, String details) {
        super(details, null, false, false);
        this.code = code;
        this.details = details;
    }

    static GraphProblem invalid(String details) {
        return new GraphProblem(GraphCode.INVALID_PARAMETER, details);
    }

    static GraphProblem missing(String details) {
        return new GraphProblem(GraphCode.MISSING, details);
    }

    static GraphProblem notValid(String details) {
        return new GraphProblem(GraphCode.NOT_VALID, details);
    }

    GraphCode code() {
        return code;
    }

    int status() {
        return code.status();
    }

    Map<String, Object> body() {
        return Map.of(
                "error",
                Map.of(
                        "message",
                        "(#" + code.code() + ") " + code.title(),
                        "type",
                        "OAuthException",
                        "code",
                        code.code(),
                        "error_data",
                        Map.of("messaging_product", "whatsapp", "details", details),
                        "fbtrace_id",
                        "A" + UUID.randomUUID().toString().replace("-", "")));
    }
}
