package io.chatledger.query.audit;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.Instants;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers write, checked. */
final class Given {

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
        return Instants.parse(text, field);
    }
}
