package io.chatledger.command.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Work in order within a key and in parallel otherwise. The queues have no bound of their own: what may wait is bounded
 * by the {@link Backlog}.
 */
class Lanes implements AutoCloseable {

    private static final int COUNT = 32;

    private final List<ExecutorService> lanes = IntStream.range(0, COUNT)
            .mapToObj(number -> Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("webhook-lane-" + number).factory()))
            .toList();

    <T> CompletableFuture<T> submit(String key, Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, lanes.get(Math.floorMod(key.hashCode(), COUNT)));
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdown);
    }
}
