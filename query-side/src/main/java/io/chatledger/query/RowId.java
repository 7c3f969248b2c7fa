package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids as callers write them: opaque, but never what the database could not even look for. */
public final class RowId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private RowId() {}

    /** @throws DomainProblem {@code not-found} for what cannot be the id of anything */
    public static String existing(String id, String what) {
        if (!FORM.matcher(id).matches()) {
            throw DomainProblem.notFound(what);
        }
        return id;
    }

    /**
     * An id to filter by; null where there is none.
     *
     * @throws DomainProblem {@code invalid-request}
     */
    public static @Nullable String filter(@Nullable String id, String field) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!FORM.matcher(id).matches()) {
            throw DomainProblem.invalid(field, "malformed", "This is no id.");
        }
        return id;
    }
}
