package io.chatledger.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** A line of the log that each of many requests could cause: said now and then, with how often it was not. */
public final class RareLine {

    static final Duration ONCE_IN = Duration.ofSeconds(10);

    private final Logger log;
    private final LongSupplier nanos;
    private final AtomicLong due;
    private final AtomicLong unsaid = new AtomicLong();

    public RareLine(Logger log) {
        this(log, System::nanoTime);
    }

    /** @param nanos a clock such as {@link System#nanoTime} */
    RareLine(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.due = new AtomicLong(nanos.getAsLong());
    }

    /**
     * @param what one sentence without its end
     * @param reason without personal data
     */
    public void warn(String what, String reason) {
        long now = nanos.getAsLong();
        long from = due.get();
        if (now - from < 0 || !due.compareAndSet(from, now + ONCE_IN.toNanos())) {
            unsaid.incrementAndGet();
            return;
        }
        long before = unsaid.getAndSet(0);
        if (before == 0) {
            log.warn("{}: {}", what, reason);
        } else {
            log.warn("{}, as {} times since this was last said: {}", what, before, reason);
        }
    }
}
