package io.chatledger.query.panel;

import io.chatledger.query.ReadModelChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a listener has yet to hear: each name once, however often it was raised. Raising never blocks, so that a slow
 * listener holds up nobody else.
 */
final class Signals {

    private static final String CONVERSATIONS = "conversations";
    private static final String CHANNELS = "channels";
    private static final String ANY_THREAD = "thread-*";
    private static final int MOST = 100;

    private final Set<String> pending = new LinkedHashSet<>();
    private boolean closed;

    /** Raises whatever the change may have made stale on a page. */
    void changed(ReadModelChange change) {
        switch (change.view()) {
            case "conversation_view", "message_view" -> raise(CONVERSATIONS, "thread-" + change.id());
            case "contact_view" -> raise(CONVERSATIONS, ANY_THREAD);
            case "message_status_view" -> raise(ANY_THREAD);
            case "channel_view" -> raise(CHANNELS);
            case "*" -> raise(CONVERSATIONS, ANY_THREAD, CHANNELS);
            default -> {
                // Of no concern to any page.
            }
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

    private synchronized void raise(String... names) {
        for (String name : names) {
            pending.add(pending.size() < MOST ? name : ANY_THREAD);
        }
        notifyAll();
    }
}
