package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void oneRowMoreThanWantedSaysThatMoreFollows() {
        Page<String> page = page(List.of("a", "b", "c"), 2);

        assertThat(page.items()).containsExactly("A", "B");
        assertThat(new Paging(2, page.nextCursor()).from()).isEqualTo(Cursor.of(Instant.EPOCH, "b"));
    }

    @Test
    void asManyRowsAsWantedAreTheEnd() {
        assertThat(page(List.of("a", "b"), 2)).isEqualTo(new Page<>(List.of("A", "B"), null));
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, 50", "'', 50", "1, 1", "200, 200", "007, 7"})
    void aLimitIsWhatTheCallerSaysOrTheUsualOne(String written, int limit) {
        assertThat(Paging.of(written, "").limit()).isEqualTo(limit);
        assertThat(Paging.of(written, "").from()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1e2", " 5", "5000", "٣"})
    void aLimitOutOfBoundsIsRefused(String written) {
        assertThat(Refusals.field(() -> Paging.of(written, null))).isEqualTo("limit out-of-range");
    }

    private static Page<String> page(List<String> rows, int limit) {
        return Page.ofEach(
                rows, Paging.first(limit), row -> row.toUpperCase(Locale.ROOT), row -> Cursor.of(Instant.EPOCH, row));
    }
}
