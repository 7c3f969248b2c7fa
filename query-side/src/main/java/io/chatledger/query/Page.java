package io.chatledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor opaque; null where nothing follows
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were asked for with one more than the limit.
     *
     * @param cursor where a page begins that follows the row
     */
    public static <R, T> Page<T> of(
            List<R> rows, Paging paging, Function<List<R>, List<T>> views, Function<R, Cursor> cursor) {
        if (rows.size() <= paging.limit()) {
            return new Page<>(views.apply(rows), null);
        }
        List<R> wanted = rows.subList(0, paging.limit());
        return new Page<>(views.apply(wanted), cursor.apply(wanted.getLast()).text());
    }

    /** Cuts a page where each row becomes a view by itself. */
    public static <R, T> Page<T> ofEach(List<R> rows, Paging paging, Function<R, T> view, Function<R, Cursor> cursor) {
        return of(rows, paging, some -> some.stream().map(view).toList(), cursor);
    }
}
