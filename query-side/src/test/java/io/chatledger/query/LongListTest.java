package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LongListTest {

    private final List<@Nullable Integer> asked = new ArrayList<>();

    @Test
    void everythingIsThereOnceAndInOrder() {
        assertThat(upTo(7)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void anEmptyListIsAskedForOnce() {
        assertThat(upTo(0)).isEmpty();
        assertThat(asked).hasSize(1).containsOnlyNulls();
    }

    @Test
    void aPageIsReadWhenTheOneBeforeItIsDone() {
        Iterator<Integer> list = upTo(100).iterator();

        IntStream.range(0, 3).forEach(n -> list.next());
        assertThat(asked).hasSize(1);
        assertThat(list.next()).isEqualTo(3);
        assertThat(asked).containsExactly(null, 2);
    }

    @Test
    void behindTheEndThereIsNothing() {
        Iterator<Integer> list = upTo(1).iterator();
        list.next();

        assertThat(list.hasNext()).isFalse();
        assertThatThrownBy(list::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void itCanBeGoneThroughAgain() {
        LongList<Integer> list = upTo(4);

        assertThat(List.of(list.iterator().next(), list.iterator().next())).containsExactly(0, 0);
    }

    /** In pages of three. */
    private LongList<Integer> upTo(int end) {
        return new LongList<>(last -> {
            asked.add(last);
            int first = last == null ? 0 : last + 1;
            return IntStream.range(first, Math.min(end, first + 3)).boxed().toList();
        });
    }
}
