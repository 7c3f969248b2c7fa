package io.chatledger.query;

import io.chatledger.kernel.contact.PhoneNumber;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
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

    /**
     * Whether a folded text has it anywhere. A telephone number is found however it was written, and in whichever of
     * its spellings it is kept.
     */
    public Condition in(Field<String> text) {
        return wanted().map(each -> text.like(pattern(each), '\\')).reduce(DSL.falseCondition(), Condition::or);
    }

    private Stream<String> wanted() {
        return PHONE.matcher(folded).matches()
                ? new PhoneNumber(folded.replaceAll("\\D", "")).spellings().stream()
                : Stream.of(folded);
    }

    private static String pattern(String wanted) {
        return "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** An expression for to_tsquery: every word, each also as the beginning of a longer one. */
    public String words() {
        return Stream.of(folded.split("\\s+"))
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }
}
