package io.chatledger.query;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page while it is gone through, each page by itself: neither memory nor a connection is held
 * for as long as it takes.
 */
public final class LongList<T> implements Iterable<T> {

    private final Function<@Nullable T, List<T>> next;

    /** @param next the page after an element, empty at the end; the first one after null */
    public LongList(Function<@Nullable T, List<T>> next) {
        this.next = next;
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private Iterator<T> page = next.apply(null).iterator();
            private @Nullable T last;

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && last != null) {
                    page = next.apply(last).iterator();
                    last = null;
                }
                return page.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                T one = page.next();
                last = one;
                return one;
            }
        };
    }
}
