package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as callers write them: ISO-8601, in UTC or with an offset. */
public final class Instants {

    /** Nobody's history goes beyond these, and the database not much: what is further away means the same. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Instants() {}

    /** @throws DomainProblem {@code invalid-request} */
    public static Instant parse(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw DomainProblem.invalid(field, "required", "Say which instant, such as 2026-03-12T18:00:00Z.");
        }
        try {
            Instant instant = Instant.parse(text.strip());
            return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        } catch (DateTimeException noInstant) {
            throw DomainProblem.invalid(field, "malformed", "An instant is written like 2026-03-12T18:00:00Z.");
        }
    }
}
