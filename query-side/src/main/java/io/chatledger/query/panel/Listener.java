package io.chatledger.query.panel;

import io.chatledger.query.ViewTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells one open page what to fetch again, on a virtual thread of its own. */
final class Listener implements Runnable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration COALESCE = Duration.ofMillis(100);

    /** After this the page connects anew. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    /** Where more pages are open than may listen, they should not push each other out all the time. */
    private static final Duration AWAY = Duration.ofSeconds(30);

    private final SseEmitter emitter = new SseEmitter(0L);
    private final Signals signals;
    private final UUID session;
    private volatile boolean givesWay;

    /**
     * @param session with which it ends
     * @param topics of what it may hear
     */
    Listener(UUID session, ViewTopics topics) {
        this.session = session;
        this.signals = new Signals(topics);
    }

    UUID session() {
        return session;
    }

    SseEmitter emitter() {
        return emitter;
    }

    Signals signals() {
        return signals;
    }

    /** Ends soon; the page comes back after a while. */
    void giveWay() {
        givesWay = true;
        signals.close();
    }

    /** Talks until the page is gone, the signals are closed or its life is over. */
    @Override
    public void run() {
        long end = System.nanoTime() + LIFE.toNanos();
        try {
            emitter.send(SseEmitter.event().reconnectTime(1500).comment("listening"));
            while (!signals.isClosed() && System.nanoTime() < end) {
                tell();
                Thread.sleep(COALESCE);
            }
            if (givesWay) {
                emitter.send(SseEmitter.event().reconnectTime(AWAY.toMillis()).comment("too many"));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            signals.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private void tell() throws IOException, InterruptedException {
        var names = signals.take(HEARTBEAT.toMillis());
        if (names.isEmpty()) {
            emitter.send(SseEmitter.event().comment("still here"));
        }
        for (String name : names) {
            emitter.send(SseEmitter.event().name(name).data("changed"));
        }
    }
}
