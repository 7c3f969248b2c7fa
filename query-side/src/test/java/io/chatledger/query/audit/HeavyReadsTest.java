package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeavyReadsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T15:00:00Z"));
    private final HeavyReads reads = new HeavyReads(now::get, 2, 1);

    @Test
    void aHistoryMayBeReadForTenMinutesAndNoLonger() {
        try (HeavyReads.Place place = reads.enter(new TenantId("shop"))) {
            after(Duration.ofMinutes(10));
            assertThatCode(place::goOn).doesNotThrowAnyException();
            after(Duration.ofMillis(1));
            assertThatThrownBy(place::goOn)
                    .isInstanceOfSatisfying(
                            DomainProblem.class,
                            problem -> assertThat(problem.code()).isEqualTo("too-long"));
        }
    }

    @Test
    void aPlaceThatIsGivenBackIsTheNextOnes() {
        TenantId shop = new TenantId("shop");
        reads.enter(shop).close();

        assertThatCode(() -> reads.enter(shop).close()).doesNotThrowAnyException();
    }

    private void after(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
