package io.chatledger.projection.rebuild;

import io.chatledger.eventstore.LoggedEvent;
import io.chatledger.projection.Projection.Partition;
import io.chatledger.projection.rebuild.Segment.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The workers of a fold of the history, and how the events come to them. */
final class Segments {

    private static final Part END = new Part(Partition.BY_STREAM, List.of());

    private final List<Segment> all;

    Segments(List<Segment> all) {
        this.all = all;
    }

    /** Nobody is at work any more once the answer is closed. */
    Work start() {
        return new Work(all, Segment::run);
    }

    /** All rows of all segments, side by side. */
    void flush() {
        try (Work work = new Work(all, Segment::flush)) {
            work.await();
        }
    }

    /** Out of the transaction of this thread. */
    void aside(Runnable task) {
        try (Work work = new Work(all.subList(0, 1), one -> task.run())) {
            work.await();
        }
    }

    /** The threads that fold one stretch. */
    final class Work implements AutoCloseable {
        private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("history-fold-", 0).daemon().factory());
        private final List<CompletableFuture<?>> ends;

        private Work(List<Segment> some, Consumer<Segment> task) {
            ends = some.stream()
                    .<CompletableFuture<?>>map(
                            segment -> CompletableFuture.runAsync(() -> task.accept(segment), threads))
                    .toList();
        }

        /** Hands the events to the segments, as often as there are ways to divide them. */
        Consumer<Partition> dividing(List<LoggedEvent> events) {
            return partition -> {
                List<List<LoggedEvent>> divided = Stream.generate(
                                () -> (List<LoggedEvent>) new ArrayList<LoggedEvent>())
                        .limit(all.size())
                        .toList();
                for (LoggedEvent event : events) {
                    int hash = partition == Partition.BY_STREAM
                            ? event.streamHash()
                            : event.tenant().hashCode();
                    divided.get(Math.floorMod(spread(hash), all.size())).add(event);
                }
                for (int segment = 0; segment < all.size(); segment++) {
                    if (!divided.get(segment).isEmpty()) {
                        give(segment, new Part(partition, divided.get(segment)));
                    }
                }
            };
        }

        void finish() {
            for (int segment = 0; segment < all.size(); segment++) {
                give(segment, END);
            }
            await();
        }

        /** A worker that has failed takes nothing any more: its failure is thrown. */
        private void give(int segment, Part part) {
            try {
                while (!all.get(segment).parts().offer(part, 50, TimeUnit.MILLISECONDS)) {
                    if (ends.get(segment).isDone()) {
                        await(List.of(ends.get(segment)));
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        private void await() {
            await(ends);
        }

        private static void await(List<CompletableFuture<?>> some) {
            try {
                some.forEach(CompletableFuture::join);
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}
