package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a caller searches for, folded the way the read models fold what they hold: lower case, without accents. */
public record SearchText(String folded) {

    public static final int MOST = 200;

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]*\\d[\\d\\s().-]*");

    /**
     * Null where nothing is searched for.
     *
     * @throws DomainProblem {@code invalid-request} for a text that is too long or not a text
     */
    public static @Nullable SearchText of(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > MOST) {
            throw DomainProblem.invalid("q", "too-long", "A search has at most " + MOST + " characters.");
        }
        if (q.indexOf('\0') >= 0) {
            throw DomainProblem.invalid("q", "malformed", "A search is a text.");
        }
        return new SearchText(io.chatledger.readmodel.SearchText.fold(q).strip());
    }

    /** @throws DomainProblem {@code invalid-request} where nothing is searched for */
    public static SearchText required(@Nullable String q) {
        SearchText text = of(q);
        if (text == null) {
            throw DomainProblem.invalid("q", "required", "Say what to search for.");
        }
        return text;
    }

    /** A pattern for LIKE that finds the text anywhere; a telephone number is found however it was written. */
    public String pattern() {
        String wanted = PHONE.matcher(folded).matches() ? folded.replaceAll("\\D", "") : folded;
        return "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** An expression for to_tsquery: every word, each also as the beginning of a longer one. */
    public String words() {
        return Stream.of(folded.split("\\s+"))
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }
}
