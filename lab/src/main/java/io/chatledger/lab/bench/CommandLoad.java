package io.chatledger.lab.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Clients that send one command after the other, each on a virtual thread. */
final class CommandLoad {

    private final CpuClock cpu;

    CommandLoad(CpuClock cpu) {
        this.cpu = cpu;
    }

    /** What one client does for the n-th time. */
    interface Step {
        void run(int client, int n);
    }

    /** @param cpu microseconds a command */
    record Result(double perSecond, Measured answers, CpuClock.Used cpu) {}

    /** As fast as the clients can, for some time. */
    Result run(int clients, long millis, Step step) throws Exception {
        long[][] nanos = new long[clients][];
        AtomicReference<Throwable> failed = new AtomicReference<>();
        CountDownLatch go = new CountDownLatch(1);
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads[i] = Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                    nanos[client] = repeat(client, System.nanoTime() + millis * 1_000_000, step);
                } catch (Throwable failure) {
                    failed.compareAndSet(null, failure);
                }
            });
        }
        CpuClock.Used before = cpu.now();
        long start = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        long took = System.nanoTime() - start;
        CpuClock.Used used = cpu.now().since(before);
        if (failed.get() != null) {
            throw new IllegalStateException("a client failed", failed.get());
        }
        return result(nanos, took, used);
    }

    /** @return how long each took */
    private static long[] repeat(int client, long end, Step step) {
        long[] took = new long[1024];
        int n = 0;
        for (long begin = System.nanoTime(); begin < end; n++) {
            step.run(client, n);
            long now = System.nanoTime();
            took = n == took.length ? Arrays.copyOf(took, n * 2) : took;
            took[n] = now - begin;
            begin = now;
        }
        return Arrays.copyOf(took, n);
    }

    private static Result result(long[][] nanos, long took, CpuClock.Used used) {
        Measured answers = new Measured();
        for (long[] client : nanos) {
            for (long each : client) {
                answers.add(each);
            }
        }
        return new Result(answers.count() * 1e9 / took, answers, used.each(answers.count()));
    }
}
