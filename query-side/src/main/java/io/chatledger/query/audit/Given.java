package io.chatledger.query.audit;

import io.chatledger.kernel.problem.DomainProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers write, checked. */
final class Given {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Given() {}

    /** @throws DomainProblem {@code invalid-request} where it is missing */
    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw DomainProblem.invalid(field, "not-null", "This is needed.");
        }
        return value;
    }

    /**
     * A word of a known form; null where there is none.
     *
     * @throws DomainProblem {@code invalid-request}
     */
    static @Nullable String word(@Nullable String text, String field, Pattern form) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!form.matcher(text).matches()) {
            throw DomainProblem.invalid(field, "malformed", "This cannot be a " + field + ".");
        }
        return text;
    }

    /**
     * A moment in time; null where there is none.
     *
     * @throws DomainProblem {@code invalid-request}
     */
    static @Nullable Instant instant(@Nullable String text, String field) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException noInstant) {
            // as below
        }
        throw DomainProblem.invalid(field, "malformed", "This is no instant such as 2026-03-12T18:00:00Z.");
    }
}
