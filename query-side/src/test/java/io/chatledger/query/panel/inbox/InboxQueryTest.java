package io.chatledger.query.panel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxQueryTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 50, 100, true",
                "x, 50, 100, true",
                "1, 50, 100, true",
                "100, 100, 200, true",
                "150, 150, 200, true",
                "200, 200, 200, false",
                "999999999, 200, 200, false",
                "9999999999, 50, 100, true"
            })
    void theListGrowsInStepsUpToWhatOneQueryMayAnswer(@Nullable String limit, int size, int next, boolean grows) {
        InboxQuery query = new InboxQuery(null, null, limit);

        assertThat(query.size()).isEqualTo(size);
        assertThat(query.next()).isEqualTo(next);
        assertThat(query.canGrow()).isEqualTo(grows);
        assertThat(query.paging().limit()).isEqualTo(size);
    }

    @Test
    void whatIsNoStatusIsNotAskedFor() {
        assertThat(new InboxQuery("open", null, null).filter().status()).isEqualTo("open");
        assertThat(new InboxQuery("OPEN", null, null).narrowed()).isFalse();
        assertThat(new InboxQuery("'; drop", null, null).filter().status()).isNull();
    }

    @Test
    void aSearchIsCutRatherThanRefused() {
        assertThat(new InboxQuery(null, "  hola ", null).q()).isEqualTo("hola");
        assertThat(new InboxQuery(null, "x".repeat(500), null).q()).hasSize(200);
        assertThat(new InboxQuery(null, "   ", null).narrowed()).isFalse();
    }
}
