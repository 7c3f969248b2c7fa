package io.chatledger.sandbox.whatsapp;

import java.util.Map;
import java.util.UUID;

/** A Graph call refused, in the shape that Meta answers with. */
final class GraphProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN_OBJECT = 33;

    private final GraphCode code;
    private final String details;
    private final boolean aboutAnObject;

    GraphProblem(GraphCode code, String details) {
        this(code, details, false);
    }

    private GraphProblem(GraphCode code, String details, boolean aboutAnObject) {
        super(details, null, false, false);
        this.code = code;
        this.details = details;
        this.aboutAnObject = aboutAnObject;
    }

    /** A token that is none. */
    static GraphProblem invalidToken() {
        return new GraphProblem(GraphCode.TOKEN, "Invalid OAuth access token - Cannot parse access token");
    }

    /** There is no such object, or the token may not see it: nobody is told which. */
    static GraphProblem unknownObject(String id) {
        return new GraphProblem(
                GraphCode.INVALID_PARAMETER,
                "Unsupported get request. Object with ID '" + id + "' does not exist, cannot be loaded due to missing"
                        + " permissions, or does not support this operation. Please read the Graph API documentation at"
                        + " https://developers.facebook.com/docs/graph-api",
                true);
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
        return aboutAnObject ? bodyAboutAnObject() : bodyAboutAMessage();
    }

    private Map<String, Object> bodyAboutAnObject() {
        return Map.of(
                "error",
                Map.of(
                        "message",
                        details,
                        "type",
                        "GraphMethodException",
                        "code",
                        code.code(),
                        "error_subcode",
                        UNKNOWN_OBJECT,
                        "fbtrace_id",
                        trace()));
    }

    private static String trace() {
        return "A" + UUID.randomUUID().toString().replace("-", "");
    }

    private Map<String, Object> bodyAboutAMessage() {
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
                        trace()));
    }
}
