package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.StoreOverloadedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What waits for the appender: bounded by count and by size, whatever the database does. */
final class WaitingAppends {

    private static final int COMMANDS_AT_MOST = 4096;
    private static final long CHARACTERS_AT_MOST = 32L << 20;
    private static final int COMMANDS_A_BATCH = 512;
    private static final int EVENTS_A_BATCH = 2048;
    private static final long CHARACTERS_A_BATCH = 4L << 20;
    private static final int LOOK_UP_MILLIS = 100;
    private static final Duration WAIT_BEHIND_OTHERS = Duration.ofSeconds(5);

    private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(COMMANDS_AT_MOST);
    private final AtomicLong characters = new AtomicLong();

    /** @return whether there was room */
    boolean offer(Append append) {
        long size = append.characters();
        // One alone is taken whatever its size: others see to what a command may bring.
        if (characters.addAndGet(size) > CHARACTERS_AT_MOST + size || !queue.offer(append)) {
            characters.addAndGet(-size);
            return false;
        }
        return true;
    }

    boolean remove(Append append) {
        boolean removed = queue.remove(append);
        if (removed) {
            characters.addAndGet(-append.characters());
        }
        return removed;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    int size() {
        return queue.size();
    }

    /** Whatever waits, as much as a statement should hold; empty if nothing came within a moment. */
    List<Append> take() throws InterruptedException {
        List<Append> batch = new ArrayList<>();
        int events = 0;
        long size = 0;
        @Nullable Append next = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        while (next != null) {
            size += next.characters();
            if (!isOverdue(next)) {
                batch.add(next);
                events += next.rows().size();
            }
            boolean full = batch.size() >= COMMANDS_A_BATCH || events >= EVENTS_A_BATCH || size >= CHARACTERS_A_BATCH;
            next = full ? null : queue.poll();
        }
        characters.addAndGet(-size);
        return batch;
    }

    /** Whoever has waited this long behind others is told so, rather than kept waiting for longer. */
    private static boolean isOverdue(Append append) {
        boolean overdue = System.nanoTime() - append.submittedAt() > WAIT_BEHIND_OTHERS.toNanos();
        if (overdue) {
            append.position()
                    .completeExceptionally(new StoreOverloadedException(
                            "The event store is overloaded: the command has waited for too long."));
        }
        return overdue;
    }
}
