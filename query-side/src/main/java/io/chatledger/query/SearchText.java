package io.chatledger.query;

import io.chatledger.kernel.contact.PhoneNumber;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.SearchWords;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a caller searches for, folded the way the read models fold what they hold: lower case, without accents. */
public record SearchText(String folded, List<SearchWords.Word> words) {

    public static final int MOST = 200;

    /** A sentence in a script without spaces has as many pairs of letters; a question of ten words is long. */
    private static final int MOST_WORDS = 10;

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]*\\d[\\d\\s().-]*");

    /**
     * Null where nothing is searched for.
     *
     * @throws DomainProblem {@code invalid-request} for a text that is too long, has too many words, or is none
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
        String folded = io.chatledger.readmodel.SearchText.fold(q).strip();
        List<SearchWords.Word> words = SearchWords.of(folded);
        if (words.stream().filter(word -> !word.whole()).count() > MOST_WORDS) {
            throw DomainProblem.invalid("q", "too-many-words", "A search has at most " + MOST_WORDS + " words.");
        }
        return new SearchText(folded, words);
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

    /** Whether there is anything that a text could be compared with: an accent by itself is nothing. */
    public boolean isNothing() {
        return folded.isEmpty();
    }

    /**
     * What the words of a tenant's messages are compared with: every word, each also as the beginning of a longer one.
     * Null where there is no word, but only punctuation.
     */
    public @Nullable String words(TenantId tenant) {
        String prefix = SearchWords.tenant(tenant.value());
        return words.isEmpty()
                ? null
                : words.stream()
                        .map(word -> "'" + prefix + word.text() + (word.whole() ? "'" : "':*"))
                        .collect(Collectors.joining(" & "));
    }
}
