package io.chatledger.vault;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.message.PersonalData.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class KeyLoaderTest {

    private final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();

    @Test
    void whoAsksWhileOthersAreAnsweredIsAnsweredTogetherWithAllWhoDid() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        KeyLoader loader = new KeyLoader(ids -> {
            sizes.add(ids.size());
            asked.countDown();
            await(others);
            return destroyed(ids);
        });

        CompletableFuture<Optional<Held>> first = load(loader, 0);
        assertThat(asked.await(10, SECONDS)).isTrue();
        List<CompletableFuture<Optional<Held>>> rest =
                IntStream.range(1, 200).mapToObj(n -> load(loader, n % 100)).toList();
        while (loader.waiting() < rest.size()) {
            Thread.onSpinWait();
        }
        others.countDown();

        assertThat(first.get(10, SECONDS)).isPresent();
        for (CompletableFuture<Optional<Held>> each : rest) {
            assertThat(each.get(10, SECONDS)).isPresent();
        }
        assertThat(sizes).containsExactly(1, 100);
    }

    @Test
    void whatIsNotThereIsToldAsSuch() {
        assertThat(new KeyLoader(ids -> Map.of()).load(key(1))).isEmpty();
    }

    @Test
    void aFailureIsToldToThoseWhomItHitAndToNobodyAfter() {
        Queue<Function<List<PersonKey>, Map<PersonKey, Held>>> turns =
                new ConcurrentLinkedQueue<>(List.of(KeyLoaderTest::away, KeyLoaderTest::destroyed));
        KeyLoader loader = new KeyLoader(ids -> turns.remove().apply(ids));

        assertThatThrownBy(() -> loader.load(key(1))).isInstanceOf(QueryTimeoutException.class);
        assertThat(loader.load(key(1))).isPresent();
    }

    private static CompletableFuture<Optional<Held>> load(KeyLoader loader, int number) {
        CompletableFuture<Optional<Held>> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> answer.complete(loader.load(key(number))));
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Map<PersonKey, Held> away(List<PersonKey> ids) {
        throw new QueryTimeoutException("away");
    }

    private static Map<PersonKey, Held> destroyed(List<PersonKey> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> Held.destroyed()));
    }

    private static PersonKey key(int number) {
        return new PersonKey("acme/contact/" + number, Purpose.service);
    }
}
