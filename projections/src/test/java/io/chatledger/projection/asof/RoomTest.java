package io.chatledger.projection.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.asof.Room.View;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final TenantId TENANT = new TenantId("a");
    private static final ReplayLimits LIMITS =
            new ReplayLimits(3, 2, 5, 3, Duration.ofMinutes(30), Duration.ofSeconds(5));

    @Test
    void nobodyGoesWhileThereIsRoom() {
        assertThat(evicted(passing("a"), asked("a"), passing("b"))).isEmpty();
    }

    @Test
    void theTenantsLongestUnusedGoesFirst() {
        View others = passing("b");
        View oldest = passing("a");
        assertThat(evicted(others, oldest, passing("a"), passing("a"))).containsExactly(oldest.id());
    }

    @Test
    void whatWasAskedForByNameOrIsInUseStays() {
        View used = passing("a");
        View next = passing("a");
        assertThat(new Room(LIMITS, List.of(asked("a"), used, next)).toEvict(TENANT, used.id()::equals))
                .containsExactly(next.id());
    }

    @Test
    void whereAllAreFullTheLongestUnusedOfAnybodyGoes() {
        View oldest = passing("b");
        assertThat(evicted(asked("d"), oldest, passing("c"), passing("b"), passing("a")))
                .containsExactly(oldest.id());
    }

    @Test
    void whoKeepsAsMuchAsIsAllowedGetsNoMore() {
        refused(asked("a"), asked("a"), asked("a"));
    }

    @Test
    void onlySoManyAreMadeAtOnce() {
        refused(building("a"), building("a"));
        refused(building("b"), building("b"), building("c"));
        assertThat(evicted(building("a"), building("b"))).isEmpty();
    }

    private static List<UUID> evicted(View... views) {
        return new Room(LIMITS, List.of(views)).toEvict(TENANT, id -> false);
    }

    private static void refused(View... views) {
        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> evicted(views))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("too-many-replays"))
                .satisfies(problem -> assertThat(problem.details()).containsKey("retryAfterSeconds"));
    }

    private static View passing(String tenant) {
        return new View(UUID.randomUUID(), tenant, false, false);
    }

    private static View asked(String tenant) {
        return new View(UUID.randomUUID(), tenant, false, true);
    }

    private static View building(String tenant) {
        return new View(UUID.randomUUID(), tenant, true, false);
    }
}
