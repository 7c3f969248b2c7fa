package io.chatledger.query.panel;

import io.chatledger.query.OpenSessions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the streams of sessions that have ended, wherever that happened. One question a second for all streams of this
 * process, and none where nobody listens.
 */
final class EndedSessions {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final OpenSessions sessions;
    private final Supplier<List<Listener>> listeners;
    private @Nullable Thread thread;

    EndedSessions(OpenSessions sessions, Supplier<List<Listener>> listeners) {
        this.sessions = sessions;
        this.listeners = listeners;
    }

    synchronized void start() {
        thread = Thread.ofVirtual().name("ended-sessions").start(this::run);
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        boolean told = false;
        while (true) {
            try {
                Thread.sleep(EVERY);
                closeEnded();
                told = false;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error unreachable) {
                // Streams say nothing but that a page is stale; what it then asks for is refused.
                if (!told) {
                    LOG.warn("Whose session has ended cannot be told now: {}", unreachable.toString());
                }
                told = true;
            }
        }
    }

    private void closeEnded() {
        List<Listener> listening = listeners.get();
        Set<UUID> named = listening.stream().map(Listener::session).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return;
        }
        Set<UUID> open = sessions.open(named);
        listening.stream()
                .filter(listener -> !open.contains(listener.session()))
                .forEach(listener -> listener.signals().close());
    }
}
