package io.chatledger.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns the pages of a list, one after the other. */
public final class Pages {

    private Pages() {}

    /** Everything on all the pages, in order. */
    public static <T> List<T> all(int limit, Function<Paging, Page<T>> query) {
        List<T> all = new ArrayList<>();
        Page<T> page = query.apply(Paging.first(limit));
        all.addAll(page.items());
        while (page.nextCursor() != null) {
            page = query.apply(new Paging(limit, page.nextCursor()));
            all.addAll(page.items());
        }
        return all;
    }
}
