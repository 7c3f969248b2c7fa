package io.chatledger.query;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How far each projection has come, and who waits for them all to get further. */
final class ReadModelPositions {

    /** A projection that has made nothing yet, or is being made anew. */
    static final long BEHIND = Long.MIN_VALUE;

    private static final String PROJECTION = "projection.";

    private record Waiter(long wanted, CountDownLatch reached) {}

    private final Map<String, Long> known = new HashMap<>();
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(Comparator.comparingLong(Waiter::wanted));

    /** What the processors' tokens say; the newest of what is known, whatever was known before. */
    synchronized void replace(Map<String, Long> positions) {
        known.clear();
        positions.forEach(this::put);
        wake();
    }

    /** What one processor says of itself. It goes back when the projection is made anew. */
    synchronized void move(String processor, long position) {
        put(processor, position);
        wake();
    }

    /** Whether every projection came at least that far in time. Where there is none, nothing is ever far enough. */
    boolean await(long wanted, Duration atMost) throws InterruptedException {
        Waiter waiter = new Waiter(wanted, new CountDownLatch(1));
        synchronized (this) {
            if (wanted <= lowest()) {
                return true;
            }
            waiters.add(waiter);
        }
        try {
            return waiter.reached().await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            leave(waiter);
        }
    }

    synchronized boolean isAwaited() {
        return !waiters.isEmpty();
    }

    private synchronized void leave(Waiter waiter) {
        waiters.remove(waiter);
    }

    private void put(String processor, long position) {
        if (processor.startsWith(PROJECTION)) {
            known.put(processor, position);
        }
    }

    private void wake() {
        long lowest = lowest();
        for (Waiter next = waiters.peek(); next != null && next.wanted() <= lowest; next = waiters.peek()) {
            waiters.remove(next);
            next.reached().countDown();
        }
    }

    private long lowest() {
        return known.values().stream().mapToLong(Long::longValue).min().orElse(BEHIND);
    }
}
