package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.chain.HashChain;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten events, a second apart. */
class ExportRangesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final LinkedHistory history = new LinkedHistory(tenant, 10);
    private final ExportRanges ranges = new ExportRanges(new ChainReads(TestDatabase.reads(), "postgres"));

    @Test
    void withoutAPeriodItIsTheWholeHistory() {
        ExportRange range = range(null, null);

        assertThat(range.first()).isEqualTo(history.position(0));
        assertThat(range.last()).isEqualTo(history.position(9));
        assertThat(range.eventsBefore()).isZero();
        assertThat(range.hashBefore()).isEqualTo(HashChain.genesis(tenant.value()));
    }

    @Test
    void aPeriodBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        ExportRange range = range(Rows.START.plusSeconds(3), Rows.START.plusSeconds(6));

        assertThat(range.first()).isEqualTo(history.position(3));
        assertThat(range.last()).isEqualTo(history.position(5));
        assertThat(range.eventsBefore()).isEqualTo(3);
        assertThat(range.hashBefore()).isNotEqualTo(HashChain.genesis(tenant.value()));
    }

    @Test
    void aPeriodInWhichNothingHappenedIsEmpty() {
        ExportRange range = range(Rows.START.plusSeconds(60), null);

        assertThat(range.first()).isNull();
        assertThat(range.last()).isNull();
    }

    @Test
    void whatIsNotLinkedYetIsLeftOut() {
        assertThat(ranges.find(tenant, null, null, history.position(4)).last()).isEqualTo(history.position(4));
    }

    private ExportRange range(@Nullable Instant from, @Nullable Instant to) {
        return ranges.find(tenant, from, to, Long.MAX_VALUE);
    }
}
