package io.chatledger.app.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the store has come, and the newest events of this node, so that its processors need not read them back. The
 * head only moves after a commit, and whoever sees position n can read everything below.
 */
final class EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int KEPT = 8192;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Deque<TrackedEventMessage<?>> newest = new ArrayDeque<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile long head;

    /** Position of the newest event known to be committed; 0 for none. */
    long head() {
        return head;
    }

    void appended(List<EventRow> rows, long last) {
        lock.lock();
        try {
            if (last < head) {
                return; // Others have gone on already; readers take these events from the store.
            }
            long position = last - rows.size();
            if (position != head) {
                newest.clear();
            }
            for (EventRow row : rows) {
                newest.addLast(tracked(row.message(), ++position));
            }
            while (newest.size() > KEPT) {
                newest.removeFirst();
            }
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
            newest.clear();
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
            long first = head - newest.size() + 1;
            if (position + 1 < first || position >= head) {
                return List.of();
            }
            List<TrackedEventMessage<?>> found = new ArrayList<>();
            newest.stream().skip(position + 1 - first).limit(atMost).forEach(found::add);
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
