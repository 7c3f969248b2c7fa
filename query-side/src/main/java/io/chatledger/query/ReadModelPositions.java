package io.chatledger.query;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How far each projection has come, and who waits for them all to get further. */
final class ReadModelPositions {

    /** A projection that has made nothing yet, or is being made anew. */
    static final long BEHIND = Long.MIN_VALUE;

    private static final String PROJECTION = "projection.";

    /** How the processors of lanes begin; whatever else is a projection's is shared by most of them. */
    private static final String LANE = "projection.live.";

    private record Waiter(long wanted, Set<String> lanes, CountDownLatch reached) {}

    private final Map<String, Long> known = new HashMap<>();
    private final Set<Waiter> waiters = Collections.newSetFromMap(new IdentityHashMap<>());

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

    /**
     * Whether the projections came at least that far in time. Where there is none, nothing is ever far enough.
     *
     * @param lanes names of those that matter beside the shared one
     */
    boolean await(long wanted, Set<String> lanes, Duration atMost) throws InterruptedException {
        Waiter waiter = new Waiter(wanted, lanes, new CountDownLatch(1));
        synchronized (this) {
            if (wanted <= lowest(lanes)) {
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
        waiters.removeIf(waiter -> {
            boolean reached = waiter.wanted() <= lowest(waiter.lanes());
            if (reached) {
                waiter.reached().countDown();
            }
            return reached;
        });
    }

    /** A lane without a token is one that no process has begun yet: until then its rows come with the shared ones. */
    private long lowest(Set<String> lanes) {
        long shared = known.entrySet().stream()
                .filter(one -> !one.getKey().startsWith(LANE))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(BEHIND);
        return lanes.stream()
                .mapToLong(lane -> known.getOrDefault(LANE + lane, shared))
                .reduce(shared, Math::min);
    }
}
