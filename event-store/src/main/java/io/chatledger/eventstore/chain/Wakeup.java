package io.chatledger.eventstore.chain;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Wakes the notary after commits of this process, and of others once their notification has come. */
public final class Wakeup implements NewEvents, AutoCloseable {

    private final Semaphore news = new Semaphore(0);
    private final BlockingStream<TrackedEventMessage<?>> stream;

    /** Reads nothing: it is only told. */
    public Wakeup(EventStore store) {
        stream = store.openStream(store.createHeadToken());
        stream.setOnAvailableCallback(this::wake);
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    /** Called by the appender after each commit: it must cost next to nothing. */
    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }
}
