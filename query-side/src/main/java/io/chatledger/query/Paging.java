package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to 200
 * @param cursor where the part begins, from {@link Page#nextCursor()}; null for the first one
 */
public record Paging(int limit, @Nullable String cursor) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");

    /** @throws DomainProblem {@code invalid-request} for a limit out of bounds */
    public Paging {
        if (limit < 1 || limit > MOST) {
            throw badLimit();
        }
    }

    public static Paging first(int limit) {
        return new Paging(limit, null);
    }

    /**
     * As a caller writes it; what is absent or empty has its usual value.
     *
     * @throws DomainProblem {@code invalid-request}
     */
    public static Paging of(@Nullable String limit, @Nullable String cursor) {
        return new Paging(parsed(limit), cursor == null || cursor.isEmpty() ? null : cursor);
    }

    /** Where the part begins; null at the first one. */
    public @Nullable Cursor from() {
        return cursor == null ? null : Cursor.parse(cursor);
    }

    private static int parsed(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return USUAL;
        }
        if (!DIGITS.matcher(limit).matches()) {
            throw badLimit();
        }
        return Integer.parseInt(limit);
    }

    private static DomainProblem badLimit() {
        return DomainProblem.invalid("limit", "out-of-range", "A limit is a number from 1 to " + MOST + ".");
    }
}
