package io.chatledger.web.bounds;

import io.chatledger.web.CallerFault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends an answer that its caller does not take. Only the time counts in which the network does not take more: a caller
 * may let us wait for some seconds, and longer the more it has taken, but not for ever with a byte now and then.
 */
final class AnswerPace {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long IF_MANY_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int MANY = 128;
    private static final long NANOS_A_BYTE = TimeUnit.SECONDS.toNanos(1) / (16 * 1024);
    private static final AtomicInteger WAITING = new AtomicInteger();

    private final long patience;
    private long written;
    private long waited;

    AnswerPace() {
        this(PATIENCE);
    }

    /** @param patience with a caller who takes nothing */
    AnswerPace(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Part of an answer on its way. */
    @FunctionalInterface
    interface Step {
        void write() throws IOException;
    }

    void take(int bytes, Step step) throws IOException {
        ServedConnection connection = ServedConnection.current();
        if (connection == null) { // answered from elsewhere, an event at a time
            step.write();
            return;
        }
        long left = (WAITING.get() > MANY ? IF_MANY_NANOS : patience) + written * NANOS_A_BYTE - waited;
        if (left <= 0) {
            throw new CallerFault.SlowCaller();
        }
        connection.writeTimeout(TimeUnit.NANOSECONDS.toMillis(Math.min(left, patience)));
        long begin = System.nanoTime();
        WAITING.incrementAndGet();
        try {
            step.write();
            written += bytes;
        } finally {
            WAITING.decrementAndGet();
            waited += System.nanoTime() - begin;
        }
    }
}
