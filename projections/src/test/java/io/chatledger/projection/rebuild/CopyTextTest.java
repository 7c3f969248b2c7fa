package io.chatledger.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private final CopyText text = new CopyText();

    @Test
    void valuesAreApartByTabsAndRowsByLines() {
        assertThat(written("a", 1, 2L, true, new BigDecimal("1E+3"), Instant.parse("2026-03-01T12:00:00.000001Z")))
                .isEqualTo("a\t1\t2\ttrue\t1000\t2026-03-01T12:00:00.000001Z\n");
    }

    @Test
    void nothingIsNoEmptyText() {
        assertThat(written(null, "", null)).isEqualTo("\\N\t\t\\N\n");
    }

    @Test
    void whatWouldEndAValueIsEscaped() {
        assertThat(written("a\tb\nc\rd\\N", JSONB.valueOf("{\"a\":\"\\\\n\"}"), new byte[] {0, (byte) 0xAB}))
                .isEqualTo("a\\tb\\nc\\rd\\\\N\t{\"a\":\"\\\\\\\\n\"}\t\\\\x00ab\n");
    }

    @Test
    void aKindOfValueThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> written(Set.of())).hasMessageContaining("cannot be copied");
    }

    private String written(@Nullable Object... row) {
        text.row(row);
        return new String(text.take(), StandardCharsets.UTF_8);
    }
}
