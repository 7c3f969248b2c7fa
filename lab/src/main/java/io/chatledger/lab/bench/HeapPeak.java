package io.chatledger.lab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The most that the heap has held while it was looked at, garbage included. */
final class HeapPeak implements AutoCloseable {

    private static final int MILLIS = 20;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Thread watch = Thread.ofPlatform().name("bench-heap").daemon().start(this::look);
    private volatile long peak;

    long megabytes() {
        return peak >> 20;
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void look() {
        try {
            while (true) {
                peak = Math.max(peak, memory.getHeapMemoryUsage().getUsed());
                Thread.sleep(MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
