package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ReadModelPositionsTest {

    private static final Duration NOW = Duration.ZERO;

    private final ReadModelPositions positions = new ReadModelPositions();

    @Test
    void beforeAnyProjectionIsKnownNothingIsFarEnough() throws InterruptedException {
        assertThat(positions.await(1, Set.of(), NOW)).isFalse();
    }

    @Test
    void theSlowestProjectionDecides() throws InterruptedException {
        positions.replace(Map.of("projection.a", 10L, "projection.b", 7L, "automation.c", 1L));

        assertThat(positions.await(7, Set.of(), NOW)).isTrue();
        assertThat(positions.await(8, Set.of(), NOW)).isFalse();
    }

    @Test
    void nobodyWaitsForALaneWhoseRowsAreNotRead() throws InterruptedException {
        positions.replace(Map.of("projection.live", 10L, "projection.live.report", 3L));

        assertThat(positions.await(10, Set.of(), NOW)).isTrue();
        assertThat(positions.await(3, Set.of("report"), NOW)).isTrue();
        assertThat(positions.await(4, Set.of("report"), NOW)).isFalse();
    }

    /** As when the processes that project are those of the release before, to which all rows are shared. */
    @Test
    void theRowsOfALaneThatNobodyHasBegunComeWithTheSharedOnes() throws InterruptedException {
        positions.replace(Map.of("projection.live", 10L));

        assertThat(positions.await(10, Set.of("report"), NOW)).isTrue();
        assertThat(positions.await(11, Set.of("report"), NOW)).isFalse();
    }

    @Test
    void aProjectionThatIsMadeAnewGoesBack() throws InterruptedException {
        positions.replace(Map.of("projection.a", 10L));
        positions.move("projection.a", ReadModelPositions.BEHIND);

        assertThat(positions.await(1, Set.of(), NOW)).isFalse();
    }

    @Test
    void oneThatIsGoneHoldsUpNobody() throws InterruptedException {
        positions.replace(Map.of("projection.a", 10L, "projection.b", 2L));
        positions.replace(Map.of("projection.a", 10L));

        assertThat(positions.await(10, Set.of(), NOW)).isTrue();
    }

    @Test
    void whoWaitsIsWokenWhenItsPositionIsReachedAndNotBefore() throws Exception {
        positions.replace(Map.of("projection.a", 1L));
        CompletableFuture<Boolean> waiter = waitFor(5);

        positions.move("projection.a", 4);
        assertThat(positions.isAwaited()).isTrue();
        positions.move("projection.a", 5);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(positions.isAwaited()).isFalse();
    }

    @Test
    void whoHasWaitedLongEnoughIsNotKept() throws InterruptedException {
        assertThat(positions.await(5, Set.of(), Duration.ofMillis(1))).isFalse();
        assertThat(positions.isAwaited()).isFalse();
    }

    private CompletableFuture<Boolean> waitFor(long position) {
        CompletableFuture<Boolean> waiter = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                waiter.complete(positions.await(position, Set.of(), Duration.ofSeconds(10)));
            } catch (InterruptedException stopped) {
                waiter.completeExceptionally(stopped);
            }
        });
        Awaitility.await().until(positions::isAwaited);
        return waiter;
    }
}
