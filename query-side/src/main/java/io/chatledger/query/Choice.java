package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A filter with a fixed set of words. */
public final class Choice {

    private Choice() {}

    /**
     * One of the words; null where there is none.
     *
     * @throws DomainProblem {@code invalid-request} for any other word
     */
    public static @Nullable String of(@Nullable String word, String field, Collection<String> known) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        if (!known.contains(word)) {
            throw DomainProblem.invalid(field, "unknown-value", "This is one of " + String.join(", ", known) + ".");
        }
        return word;
    }
}
