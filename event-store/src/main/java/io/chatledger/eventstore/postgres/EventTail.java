package io.chatledger.eventstore.postgres;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the store has come, and the newest events of this node, so that its processors need not read them back. The
 * head only moves after a commit, and whoever sees position n can read everything below.
 */
final class EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final NewestEvents newest = new NewestEvents();
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
                newest.addLate(rows, first);
                return;
            }
            newest.add(rows, first);
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
            newest.forgetUpTo(position);
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
            return newest.after(position, atMost);
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
}
