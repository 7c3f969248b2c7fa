package io.chatledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.problem.DomainProblem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StorageRetryTest {

    private final StoreAvailability store = new StoreAvailability();
    private final StorageRetry retry = new StorageRetry(store);
    private final AtomicInteger attempts = new AtomicInteger();

    private String failing(int times) {
        if (attempts.incrementAndGet() <= times) {
            throw new EventStoreException("no answer in time");
        }
        return "done";
    }

    @Test
    void goesOnUntilItIsStored() {
        assertThat(retry.carryOut(() -> failing(3), () -> true)).isEqualTo("done");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void isNotTriedWhileTheStoreIsAway() throws Exception {
        CompletableFuture<Integer> firstFailed = new CompletableFuture<>();
        store.lose();
        CompletableFuture<String> result = CompletableFuture.supplyAsync(() -> retry.carryOut(
                () -> {
                    firstFailed.complete(attempts.get());
                    return failing(1);
                },
                () -> true));
        firstFailed.get(10, TimeUnit.SECONDS);
        assertThat(store.await(Duration.ofMillis(10))).isFalse();
        assertThat(attempts.get()).isLessThan(2);
        store.regain();
        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void doesNotRepeatWhatFailsByItself() {
        assertThatThrownBy(() -> retry.carryOut(
                        () -> {
                            attempts.incrementAndGet();
                            throw new IllegalStateException("broken");
                        },
                        () -> true))
                .hasMessage("broken");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void isGivenUpWhereNobodyWantsIt() {
        AtomicBoolean wanted = new AtomicBoolean(true);
        assertThatThrownBy(() -> retry.carryOut(
                        () -> {
                            wanted.set(false);
                            return failing(5);
                        },
                        wanted::get))
                .isInstanceOf(EventStoreException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void tellsStorageFromContent() {
        assertThat(StorageFailure.isOne(new CompletionException(new EventStoreException("away"))))
                .isTrue();
        assertThat(StorageFailure.isOne(new IllegalStateException(new SQLTransientConnectionException("pool"))))
                .isTrue();
        assertThat(StorageFailure.isOne(new ConcurrencyException("another was faster")))
                .isTrue();
        assertThat(StorageFailure.isOne(new IllegalStateException(new SQLException("value too long", "22001"))))
                .isFalse();
        SQLException refusal = new SQLException("unsupported Unicode escape sequence", "22P05");
        assertThat(StorageFailure.isOne(new EventStoreException("not stored", refusal)))
                .isFalse();
        assertThat(StorageFailure.isOne(new EventStoreException("not stored", new SQLException("gone", "08006"))))
                .isTrue();
        assertThat(StorageFailure.isOne(DomainProblem.notFound("contact"))).isFalse();
        assertThat(StorageFailure.isOne(new NullPointerException())).isFalse();
    }
}
