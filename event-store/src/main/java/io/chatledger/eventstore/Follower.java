package io.chatledger.eventstore;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that follows what others do until it is closed, and begins again after each failure, whatever it is. */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration COMPLAINS_ONCE_IN = Duration.ofSeconds(60);

    private final Work work;
    private final Consumer<Throwable> complaints;
    private final Thread thread;
    private volatile boolean closed;
    private long complainedAt = System.nanoTime() - COMPLAINS_ONCE_IN.toNanos();

    /** What is done over and over. */
    @FunctionalInterface
    public interface Work {

        /** Goes on until the thread is interrupted, or something fails. */
        void follow() throws Exception;
    }

    /** @param complaints told of a failure, of one a minute at most, and of none that comes of closing */
    public Follower(String name, Work work, Consumer<Throwable> complaints) {
        this.work = work;
        this.complaints = complaints;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** To be called once what it works with is complete. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    boolean isClosed() {
        return closed;
    }

    private void run() {
        while (!closed) {
            try {
                work.follow();
                Thread.sleep(PAUSE);
            } catch (InterruptedException closing) {
                return;
            } catch (Throwable failure) { // an Error, too: nobody else would begin again
                pauseAfter(failure);
            }
        }
    }

    private void pauseAfter(Throwable failure) {
        if (closed) {
            return;
        }
        if (System.nanoTime() - complainedAt >= COMPLAINS_ONCE_IN.toNanos()) {
            complainedAt = System.nanoTime();
            complain(failure);
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain(Throwable failure) {
        try {
            complaints.accept(failure);
        } catch (RuntimeException further) {
            LOG.warn("{} begins again: {}", thread.getName(), failure.toString(), further);
        }
    }
}
