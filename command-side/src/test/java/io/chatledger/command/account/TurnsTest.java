package io.chatledger.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnsTest {

    @Test
    void turnsAwayWhoWouldWaitTooLong() throws Exception {
        Turns turns = new Turns(1, 50, 0, Duration.ofMillis(20));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> turns.take(false, () -> hold(begun, end)));
        begun.await();
        assertThatThrownBy(() -> turns.take(false, () -> "never"))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("busy");
                    assertThat(problem.kind().status()).isEqualTo(503);
                });
        end.countDown();
        first.join();
        assertThat(turns.<String>take(false, () -> "now")).isEqualTo("now");
    }

    @Test
    void letsAFewInAtOnceAndEverybodyInTheEnd() throws Exception {
        Turns turns = new Turns(2, 48, 0, Duration.ofSeconds(20));
        AtomicInteger inside = new AtomicInteger();
        assertThat(CommandSide.atOnce(
                        50,
                        n -> turns.take(false, () -> {
                            int together = inside.incrementAndGet();
                            Thread.yield();
                            inside.decrementAndGet();
                            return together;
                        })))
                .hasSize(50)
                .allMatch(together -> together <= 2);
    }

    @Test
    void turnsAwayAtOnceWhoeverComesBeyondTheQueueButLetsTheKnownWait() throws Exception {
        Turns turns = new Turns(1, 0, 1, Duration.ofMinutes(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> turns.take(false, () -> hold(begun, end)));
        begun.await();
        assertThatThrownBy(() -> turns.take(false, () -> "never")).isInstanceOf(DomainProblem.class);
        CompletableFuture<String> known = new CompletableFuture<>();
        Thread waiting = Thread.startVirtualThread(
                () -> known.completeAsync(() -> turns.take(true, () -> "later"), Runnable::run));
        while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        end.countDown();
        first.join();
        assertThat(known.get()).isEqualTo("later");
        assertThat(turns.<String>take(false, () -> "now")).isEqualTo("now");
    }

    @Test
    void freesThePlaceOfWhoFails() {
        Turns turns = new Turns(1, 50, 0, Duration.ofMillis(20));
        assertThatThrownBy(() -> turns.take(false, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(turns.<String>take(false, () -> "next")).isEqualTo("next");
    }

    private static boolean hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
