package io.chatledger.app.store.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the store has come, and the newest events of this node, so that its processors need not read them back. The
 * head only moves after a commit, and whoever sees position n can read everything below.
 */
final class EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int KEPT = 8192;
    private static final long CHARACTERS_KEPT = 32L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    /** The event at a position is kept at that position's remainder. */
    private final @Nullable TrackedEventMessage<?>[] newest = new TrackedEventMessage<?>[KEPT];

    private final int[] characters = new int[KEPT];
    private long charactersKept;
    private long oldest = 1;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile long head;

    /** Position of the newest event known to be committed; 0 for none. */
    long head() {
        return head;
    }

    /** This node's own appends; a notification may have told of them before. */
    void appended(List<EventRow> rows, long last) {
        lock.lock();
        try {
            long first = last - rows.size() + 1;
            if (last <= head) {
                // What comes after is known already; where it joins on it is still of use.
                if (last + 1 == oldest && first > head - KEPT) {
                    keep(rows, first);
                    oldest = first;
                }
                return;
            }
            if (first > head + 1) {
                beginAfter(first - 1);
            }
            keep(rows, first);
            head = last;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** Another node has appended, or this one has just started. */
    void advancedTo(long position) {
        lock.lock();
        try {
            if (position <= head) {
                return;
            }
            beginAfter(position);
            head = position;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** What follows a position, as far as it is still in memory; empty if it has to be read from the store. */
    List<TrackedEventMessage<?>> after(long position, int atMost) {
        lock.lock();
        try {
            if (position + 1 < oldest || position >= head) {
                return List.of();
            }
            List<TrackedEventMessage<?>> found = new ArrayList<>();
            long end = Math.min(head, position + atMost);
            for (long next = position + 1; next <= end; next++) {
                found.add(Objects.requireNonNull(newest[(int) (next % KEPT)]));
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something after the position. */
    boolean awaitAfter(long position, long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lock();
        try {
            while (head <= position && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return head > position;
        } finally {
            lock.unlock();
        }
    }

    private void keep(List<EventRow> rows, long first) {
        long position = first;
        for (EventRow row : rows) {
            oldest = Math.max(oldest, position - KEPT + 1);
            put(position, tracked(row.message(), position), row.characters());
            position++;
        }
        while (charactersKept > CHARACTERS_KEPT && oldest < first) {
            put(oldest++, null, 0);
        }
    }

    private void put(long position, @Nullable TrackedEventMessage<?> event, int size) {
        int slot = (int) (position % KEPT);
        newest[slot] = event;
        charactersKept += size - characters[slot];
        characters[slot] = size;
    }

    /** What is in memory is no longer the newest without a gap. */
    private void beginAfter(long position) {
        if (charactersKept > 0) {
            Arrays.fill(newest, null);
            Arrays.fill(characters, 0);
            charactersKept = 0;
        }
        oldest = position + 1;
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** The events are stored: a listener that cannot take the news must not make them look lost. */
    private void wake() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                LOG.warn("A reader could not be woken: {}", failure.toString());
            }
        }
    }

    private static TrackedEventMessage<?> tracked(EventMessage<?> message, long position) {
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(position);
        return message instanceof DomainEventMessage<?> event
                ? new GenericTrackedDomainEventMessage<>(token, event)
                : new GenericTrackedEventMessage<>(token, message);
    }
}
