package io.chatledger.lab.chaos;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took, of which the slowest count. */
final class Latencies {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    /** @param begin when it was asked for, by {@link System#nanoTime} */
    void since(long begin) {
        nanos.add(System.nanoTime() - begin);
    }

    void forget() {
        nanos.clear();
    }

    int count() {
        return nanos.size();
    }

    /** Milliseconds, rounded up; 99 of a hundred answers took no longer. */
    long p99Millis() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was asked");
        }
        return Math.ceilDiv(sorted[Math.ceilDiv(sorted.length * 99, 100) - 1], 1_000_000);
    }

    /** Milliseconds. */
    long worstMillis() {
        return Math.ceilDiv(
                Arrays.stream(nanos.stream().mapToLong(Long::longValue).toArray())
                        .max()
                        .orElse(0),
                1_000_000);
    }
}
