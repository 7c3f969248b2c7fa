package io.chatledger.query;

import java.util.Set;

/**
 * How the rows of a view are compared between two moments.
 *
 * @param word by which callers ask for it, such as {@code conversation}
 * @param without columns that are not compared, besides those that are shown to nobody
 * @param besides an SQL object of more fields, of the row {@code t} and the tables in the schema {@code %s}; empty for
 *     none
 * @param usual whether it is shown where nobody has said which
 */
public record RowComparison(String word, Set<String> without, String besides, boolean usual) {

    public RowComparison(String word, Set<String> without, String besides) {
        this(word, without, besides, false);
    }

    /** Of all columns that are shown. */
    public static RowComparison of(String word) {
        return new RowComparison(word, Set.of(), "");
    }

    /** The same, where nobody has said which. */
    public RowComparison asUsual() {
        return new RowComparison(word, without, besides, true);
    }
}
