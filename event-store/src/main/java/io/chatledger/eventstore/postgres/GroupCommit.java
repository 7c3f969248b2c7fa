package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.StoreOverloadedException;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one appender of this node. It takes whatever waits, appends it in one statement and one commit, and answers
 * everybody. It never waits for more: with one client a batch is one command, with many they share the commit. (A second
 * appender, whose statement waits for the head's lock meanwhile, was measured: it made nothing faster.)
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);

    private final WaitingAppends waiting;
    private final Appender appender;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    GroupCommit(WaitingAppends waiting, Appender appender) {
        this.waiting = waiting;
        this.appender = appender;
        this.thread = Thread.ofPlatform().name("event-appender").daemon().start(this::run);
    }

    /**
     * @throws StoreOverloadedException if too much waits already; then nothing is stored
     * @throws EventStoreException if the store is closed; then nothing is stored
     */
    void submit(Append append) {
        if (closed) {
            throw closed();
        }
        if (!waiting.offer(append)) {
            throw new StoreOverloadedException("The event store is overloaded: too many commands wait for it.");
        }
        if (ended && waiting.remove(append)) {
            throw closed();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(TIME_TO_END)) {
                LOG.warn("The appender did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            appender.append(take());
        }
        ended = true;
        appender.close();
        // Whoever came between the last look and the end is answered here or in submit(), never left waiting.
        for (List<Append> late = take(); !late.isEmpty(); late = take()) {
            late.forEach(append -> append.position().completeExceptionally(closed()));
        }
    }

    private List<Append> take() {
        try {
            return waiting.take();
        } catch (InterruptedException ignored) {
            // Only close() ends the appender.
            return List.of();
        }
    }

    private static EventStoreException closed() {
        return new EventStoreException("The event store is closed.");
    }
}
