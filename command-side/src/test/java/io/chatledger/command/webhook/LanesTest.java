package io.chatledger.command.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LanesTest {

    private static final TenantId LOUD = new TenantId("loud");
    private static final TenantId OTHER_LOUD = new TenantId("other-loud");
    private static final TenantId QUIET = new TenantId("quiet");

    private final Lanes lanes = new Lanes();

    @Test
    void whatOneTenantIsToldAtOnceDoesNotKeepAnotherWaiting() throws Exception {
        Semaphore gate = new Semaphore(0);
        List<CompletableFuture<String>> flood = flood(LOUD, 10_000, gate);

        assertThat(lanes.submit(QUIET, "k", () -> "done").get(10, SECONDS)).isEqualTo("done");

        gate.release(10_000);
        assertThat(flood).allSatisfy(one -> assertThat(one.get(10, SECONDS)).isEqualTo("done"));
    }

    @Test
    void tenantsTakeTurnsWhereAllPlacesAreTaken() throws Exception {
        Semaphore gate = new Semaphore(0);
        flood(LOUD, 1_000, gate);
        flood(OTHER_LOUD, 1_000, gate);
        CompletableFuture<String> quiet = lanes.submit(QUIET, "k", () -> "done");
        assertThat(quiet).isNotDone();

        gate.release(2);

        assertThat(quiet.get(10, SECONDS)).isEqualTo("done");
        gate.release(2_000);
    }

    @Test
    void workOfOneKeyIsDoneInOrderAndNeverTwoAtATime() throws Exception {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger atOnce = new AtomicInteger();
        List<CompletableFuture<Integer>> results = IntStream.range(0, 500)
                .mapToObj(number -> lanes.submit(QUIET, "k", () -> {
                    assertThat(atOnce.incrementAndGet()).isEqualTo(1);
                    done.add(number);
                    return atOnce.decrementAndGet();
                }))
                .toList();

        for (CompletableFuture<Integer> result : results) {
            assertThat(result.get(10, SECONDS)).isZero();
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void noMoreIsDoneAtATimeThanThereArePlaces() throws Exception {
        Semaphore gate = new Semaphore(0);
        CountDownLatch full = new CountDownLatch(Lanes.PLACES);
        AtomicInteger begun = new AtomicInteger();
        List<CompletableFuture<Void>> all = IntStream.range(0, 300)
                .mapToObj(number -> lanes.<Void>submit(new TenantId("t" + number % 3), "k" + number, () -> {
                    begun.incrementAndGet();
                    full.countDown();
                    gate.acquireUninterruptibly();
                    return null;
                }))
                .toList();

        assertThat(full.await(10, SECONDS)).isTrue();
        assertThat(begun).hasValue(Lanes.PLACES);
        gate.release(300);
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, SECONDS);
    }

    @Test
    void aFailureIsToldAndTheNextOfTheKeyIsDone() throws Exception {
        CompletableFuture<String> failing = lanes.submit(QUIET, "k", () -> {
            throw new IllegalStateException("as wished");
        });
        CompletableFuture<String> next = lanes.submit(QUIET, "k", () -> "done");

        assertThatThrownBy(() -> failing.get(10, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("as wished");
        assertThat(next.get(10, SECONDS)).isEqualTo("done");
    }

    private List<CompletableFuture<String>> flood(TenantId tenant, int count, Semaphore gate) {
        return IntStream.range(0, count)
                .mapToObj(number -> lanes.submit(tenant, "k" + number, () -> {
                    gate.acquireUninterruptibly();
                    return "done";
                }))
                .toList();
    }
}
