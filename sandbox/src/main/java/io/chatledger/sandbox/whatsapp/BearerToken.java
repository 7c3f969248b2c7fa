package io.chatledger.sandbox.whatsapp;

import org.jspecify.annotations.Nullable;

/** Reads the token of a Graph call. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** @throws GraphProblem if there is none */
    static String of(@Nullable String authorization) {
        if (authorization == null || !authorization.matches("Bearer \\S+")) {
            throw new GraphProblem(GraphCode.TOKEN, "An access token is required to request this resource.");
        }
        return authorization.substring(SCHEME.length());
    }
}
