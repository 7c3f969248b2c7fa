package io.chatledger.query.replay;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as callers write them: ISO-8601, in UTC or with an offset. */
public final class Instants {

    private Instants() {}

    /** @throws DomainProblem {@code invalid-request} */
    public static Instant parse(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw DomainProblem.invalid(field, "required", "Say which instant, such as 2026-03-12T18:00:00Z.");
        }
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            throw DomainProblem.invalid(field, "malformed", "An instant is written like 2026-03-12T18:00:00Z.");
        }
    }
}
