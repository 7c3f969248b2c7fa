package io.chatledger.app.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Which addresses have lately sent nothing but trouble. It only matters while more is asked than can be worked on:
 * then their connections are the first that are given up, so that others are answered in time.
 */
final class Reputation {

    private static final int TROUBLE = 5;
    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 20_000;

    private record Record(int faults, long last) {}

    private final Map<String, Record> records = new ConcurrentHashMap<>();
    private volatile long lateAt;
    private volatile boolean everLate;

    /** @param delay nanoseconds that a request has waited before anybody began with it */
    void waited(long delay) {
        if (delay > LATE_NANOS) {
            lateAt = System.nanoTime();
            everLate = true;
        }
    }

    /** A request of theirs that could not be read, did not end or asked for more than they may. */
    void fault(String network) {
        long now = System.nanoTime();
        if (records.size() >= MOST) {
            records.values().removeIf(one -> now - one.last() > MEMORY_NANOS);
        }
        if (records.size() < MOST || records.containsKey(network)) {
            records.merge(
                    network,
                    new Record(1, now),
                    (old, one) -> now - old.last() > MEMORY_NANOS ? one : new Record(old.faults() + 1, now));
        }
    }

    /** Whether somebody else should be answered first. */
    boolean isGivenUp(String network) {
        if (!everLate || System.nanoTime() - lateAt > BUSY_NANOS) {
            return false;
        }
        Record record = records.get(network);
        return record != null && record.faults() >= TROUBLE && System.nanoTime() - record.last() < MEMORY_NANOS;
    }
}
