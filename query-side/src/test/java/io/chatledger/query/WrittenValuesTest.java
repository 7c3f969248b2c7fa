package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers write: instants, ids, words. */
class WrittenValuesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-12T18:00:00Z, 2026-03-12T18:00:00Z",
        "' 2026-03-12T15:00:00-03:00 ', 2026-03-12T18:00:00Z",
        "+12345-01-01T00:00:00Z, 9999-12-31T23:59:59Z",
        "-0300-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
    })
    void anInstantHasAnOffsetAndStaysWithinWhatTheDatabaseCanCompare(String written, Instant meant) {
        assertThat(Instants.parse(written, "from")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-03-12", "2026-03-12T18:00:00", "1773338400"})
    void whatIsNoInstantIsRefused(String written) {
        assertThat(Refusals.field(() -> Instants.parse(written, "from"))).isEqualTo("from malformed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void anInstantThatIsNeededIsAskedFor(@Nullable String written) {
        assertThat(Refusals.field(() -> Instants.parse(written, "to"))).isEqualTo("to required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "é", "a\0"})
    void whatCannotBeAnIdIsNotThere(String id) {
        assertThat(Refusals.code(() -> RowId.existing(id, "contact"))).isEqualTo("not-found");
    }

    @Test
    void anIdToFilterByThatCannotBeOneIsRefused() {
        assertThat(RowId.filter("0199c3b2-7d4e", "channelId")).isEqualTo("0199c3b2-7d4e");
        assertThat(Refusals.field(() -> RowId.filter("'; drop", "channelId"))).isEqualTo("channelId malformed");
        assertThat(Refusals.field(() -> RowId.filter("x".repeat(101), "channelId")))
                .isEqualTo("channelId malformed");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void whatIsNotFilteredByIsNull(@Nullable String written) {
        assertThat(RowId.filter(written, "channelId")).isNull();
        assertThat(Choice.of(written, "order", List.of("asc", "desc"))).isNull();
    }

    @Test
    void aWordIsOneOfThoseThereAre() {
        assertThat(Choice.of("asc", "order", List.of("asc", "desc"))).isEqualTo("asc");
        assertThat(Refusals.field(() -> Choice.of("ASC", "order", List.of("asc", "desc"))))
                .isEqualTo("order unknown-value");
    }
}
