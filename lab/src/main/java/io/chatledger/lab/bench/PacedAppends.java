package io.chatledger.lab.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Appends at a steady pace, whatever the store does. A command is late from the moment at which it should have begun, so
 * that none hides behind another.
 */
final class PacedAppends implements AutoCloseable {

    private static final int PER_SECOND = 200;
    private static final int CONVERSATIONS = 500;

    private final BenchCommands commands;
    private final AtomicReference<Measured> now = new AtomicReference<>(new Measured());
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread pace;
    private volatile boolean over;

    PacedAppends(Engine engine) {
        commands = new BenchCommands(engine);
        for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
            commands.open(conversation);
        }
        pace = Thread.ofPlatform().name("bench-pace").start(this::run);
    }

    /** What was measured since the last time. */
    Measured take() {
        Measured measured = now.getAndSet(new Measured());
        if (failure.get() != null || measured == null) {
            throw new IllegalStateException("an append failed", failure.get());
        }
        return measured;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        pace.join();
    }

    private void run() {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long due = System.nanoTime();
            for (int n = 0; !over; n++) {
                due += 1_000_000_000L / PER_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int conversation = n % CONVERSATIONS;
                long begin = due;
                clients.execute(() -> append(conversation, begin));
            }
        }
    }

    private void append(int conversation, long begin) {
        try {
            commands.append(conversation);
            now.updateAndGet(measured -> measured == null ? new Measured() : measured)
                    .add(System.nanoTime() - begin);
        } catch (RuntimeException | Error refused) {
            failure.compareAndSet(null, refused);
        }
    }
}
