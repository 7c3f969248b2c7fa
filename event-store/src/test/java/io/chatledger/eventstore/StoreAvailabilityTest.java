package io.chatledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoreAvailabilityTest {

    private static final Duration LONG = Duration.ofSeconds(15);

    private final AtomicLong nanos = new AtomicLong();
    private final StoreAvailability store = new StoreAvailability(nanos::get);

    @Test
    void isSettledWhereItNeverWasAway() {
        assertThat(store.isSettled(LONG)).isTrue();
    }

    @Test
    void isNotSettledWhileItIsAway() {
        store.lose();
        nanos.addAndGet(LONG.toNanos());
        assertThat(store.isSettled(LONG)).isFalse();
    }

    @Test
    void isSettledOnceSoMuchTimeHasPassedSinceItsReturn() {
        store.lose();
        store.regain();
        nanos.addAndGet(LONG.toNanos() - 1);
        assertThat(store.isSettled(LONG)).isFalse();
        nanos.incrementAndGet();
        assertThat(store.isSettled(LONG)).isTrue();
    }

    @Test
    void isNotSettledAtTheMomentOfItsReturn() throws Exception {
        for (int round = 0; round < 5_000; round++) {
            assertThat(settledWhileItReturns(new StoreAvailability(nanos::get))).isFalse();
        }
    }

    /** No time passes meanwhile. */
    private static boolean settledWhileItReturns(StoreAvailability store) throws Exception {
        store.lose();
        CountDownLatch looks = new CountDownLatch(1);
        CompletableFuture<Boolean> settled = CompletableFuture.supplyAsync(() -> {
            boolean ever = store.isSettled(LONG);
            looks.countDown();
            while (store.isAway()) {
                ever |= store.isSettled(LONG);
            }
            return ever;
        });
        looks.await();
        store.regain();
        return settled.get();
    }
}
