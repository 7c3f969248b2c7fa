package io.chatledger.query;

import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a feature tells of one of its views, so that open pages hear of its changes and the history can show its rows. A
 * bean in the feature's package is found by its type.
 */
public interface ViewTopic {

    /** How the API calls a row; the name of its projection. */
    String name();

    Table<?> table();

    /** The permission to read it; who has it hears its signals. */
    String permission();

    /**
     * What pages listen to that show its rows.
     *
     * @param id of what changed, as {@link ReadModelChange} says it
     */
    default List<String> signals(String id) {
        return List.of();
    }

    /** Columns that only find rows or put them in order, and are shown to nobody. */
    default Set<String> hidden() {
        return Set.of();
    }

    /** How its rows are compared between two moments; null where nobody can ask for that. */
    default @Nullable RowComparison comparison() {
        return null;
    }

    /** The address of the page that shows a row, with {@code {id}} where it is the row's own; null where none does. */
    default @Nullable String page() {
        return null;
    }
}
