package io.chatledger.query;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.FairShares.Bounds;
import io.chatledger.query.FairShares.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FairSharesTest {

    private static final TenantId LOUD = new TenantId("loud");
    private static final TenantId QUIET = new TenantId("quiet");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void oneTenantNeverHasAllPlaces() {
        FairShares shares = new FairShares(new Bounds(4, 3, 10, SHORT));
        take(shares, LOUD, 3);

        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> shares.enter(LOUD))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(DomainProblem.Kind.TOO_MANY))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-many-requests"));
        try (Place place = shares.enter(QUIET)) {
            assertThat(place).isNotNull();
        }
    }

    @Test
    void whereOthersHaveAllPlacesItIsWorthARetry() {
        FairShares shares = new FairShares(new Bounds(2, 2, 10, SHORT));
        take(shares, LOUD, 2);

        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> shares.enter(QUIET))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(DomainProblem.Kind.UNAVAILABLE))
                .satisfies(refused -> assertThat(refused.details()).containsKey("retryAfterSeconds"));
    }

    @Test
    void aPlaceThatIsGivenBackIsTakenAgain() {
        FairShares shares = new FairShares(new Bounds(1, 1, 10, SHORT));
        for (int time = 0; time < 3; time++) {
            shares.enter(LOUD).close();
        }

        assertThat(take(shares, QUIET, 1)).hasSize(1);
    }

    @Test
    void whoWaitsLongerThanAskedForGivesUpWithoutAPlace() {
        FairShares shares = new FairShares(new Bounds(1, 1, 10, SHORT));
        Place only = take(shares, LOUD, 1).getFirst();
        assertThatExceptionOfType(DomainProblem.class).isThrownBy(() -> shares.enter(QUIET));

        only.close();

        assertThat(take(shares, LOUD, 1)).hasSize(1);
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnce() throws Exception {
        FairShares shares = new FairShares(new Bounds(1, 1, 1, LONG));
        Place only = take(shares, LOUD, 1).getFirst();
        FutureTask<Place> waiting = inBackground(shares, LOUD);

        assertThatExceptionOfType(DomainProblem.class).isThrownBy(() -> shares.enter(LOUD));

        only.close();
        assertThat(waiting.get(10, SECONDS)).isNotNull();
    }

    @Test
    void theNextPlaceIsForWhoeverHadNoTurn() throws Exception {
        FairShares shares = new FairShares(new Bounds(1, 1, 10, LONG));
        Place first = take(shares, LOUD, 1).getFirst();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        for (TenantId tenant : List.of(LOUD, LOUD, LOUD, QUIET)) {
            waiting.add(follow(shares, tenant, order));
        }

        first.close();
        for (Thread one : waiting) {
            one.join();
        }

        assertThat(order).hasSize(4);
        assertThat(order.subList(0, 2)).contains("quiet");
    }

    private static List<Place> take(FairShares shares, TenantId tenant, int count) {
        List<Place> places = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            places.add(shares.enter(tenant));
        }
        return places;
    }

    private static FutureTask<Place> inBackground(FairShares shares, TenantId tenant) {
        FutureTask<Place> task = new FutureTask<>(() -> shares.enter(tenant));
        untilItWaits(Thread.ofPlatform().daemon().start(task));
        return task;
    }

    private static Thread follow(FairShares shares, TenantId tenant, List<String> order) {
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try (Place place = shares.enter(tenant)) {
                order.add(tenant.value());
            }
        });
        untilItWaits(thread);
        return thread;
    }

    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
