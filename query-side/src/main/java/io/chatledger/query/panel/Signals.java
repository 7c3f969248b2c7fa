package io.chatledger.query.panel;

import io.chatledger.query.ReadModelChange;
import io.chatledger.query.ViewTopics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a listener has yet to hear: each name once, however often it was raised. Raising never blocks, so that a slow
 * listener holds up nobody else.
 */
final class Signals {

    private static final int MOST = 100;

    private final Set<String> pending = new LinkedHashSet<>();
    private final ViewTopics topics;
    private boolean closed;

    /** @param topics of what the listener may hear */
    Signals(ViewTopics topics) {
        this.topics = topics;
    }

    /** Raises whatever the change may have made stale on a page. */
    void changed(ReadModelChange change) {
        Set<String> names = topics.signals(change);
        if (!names.isEmpty()) {
            raise(names);
        }
    }

    /** Waits for signals and takes them all; none where the time is up or the signals are closed. */
    synchronized List<String> take(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (pending.isEmpty() && !closed) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        List<String> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** More than anybody tells apart is as much as everything. */
    private synchronized void raise(Set<String> names) {
        pending.addAll(pending.size() < MOST ? names : topics.signals(ReadModelChange.ANYTHING));
        notifyAll();
    }
}
