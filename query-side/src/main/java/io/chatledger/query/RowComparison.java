package io.chatledger.query;

import java.util.Set;

/**
 * How the rows of a view are compared between two moments.
 *
 * @param word by which callers ask for it, such as {@code conversation}
 * @param without columns that are not compared, besides those that are shown to nobody
 * @param besides an SQL object of more fields, of the row {@code t} and the tables in the schema {@code %s}; empty for
 *     none
 */
public record RowComparison(String word, Set<String> without, String besides) {

    /** Of all columns that are shown. */
    public static RowComparison of(String word) {
        return new RowComparison(word, Set.of(), "");
    }
}
