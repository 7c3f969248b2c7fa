package io.chatledger.query.panel;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.OpenSessions;
import io.chatledger.query.ReadModelFeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of all pages. Stops before the web server, whose orderly shutdown would otherwise wait for streams
 * that never end.
 */
@Component
class PanelStreams implements SmartLifecycle {

    private static final int PER_TENANT = 200;

    private final ReadModelFeed feed;
    private final EndedSessions ended;
    private final Map<TenantId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;

    PanelStreams(ReadModelFeed feed, OpenSessions sessions) {
        this.feed = feed;
        this.ended = new EndedSessions(sessions, this::all);
    }

    /**
     * A new stream; empty where the tenant has as many as it may, or the application is stopping.
     *
     * @param session of whoever listens; the stream ends with it
     */
    Optional<SseEmitter> open(TenantId tenant, UUID session) {
        Listener listener = new Listener(session);
        if (!running || !admit(tenant, listener)) {
            return Optional.empty();
        }
        listener.emitter().onCompletion(listener.signals()::close);
        listener.emitter().onError(error -> listener.signals().close());
        Thread.ofVirtual().name("panel-stream").start(() -> serve(tenant, listener));
        return Optional.of(listener.emitter());
    }

    private void serve(TenantId tenant, Listener listener) {
        try (AutoCloseable subscription = feed.subscribe(tenant, listener.signals()::changed)) {
            listener.run();
        } catch (Exception e) {
            listener.emitter().completeWithError(e);
        } finally {
            dismiss(tenant, listener);
        }
    }

    private boolean admit(TenantId tenant, Listener listener) {
        boolean[] admitted = {false};
        listeners.compute(tenant, (key, present) -> {
            Set<Listener> room = present == null ? ConcurrentHashMap.newKeySet() : present;
            admitted[0] = room.size() < PER_TENANT && room.add(listener);
            return room;
        });
        return admitted[0];
    }

    private void dismiss(TenantId tenant, Listener listener) {
        listeners.computeIfPresent(tenant, (key, room) -> {
            room.remove(listener);
            return room.isEmpty() ? null : room;
        });
    }

    private List<Listener> all() {
        return listeners.values().stream().flatMap(Set::stream).toList();
    }

    @Override
    public void start() {
        running = true;
        ended.start();
    }

    @Override
    public void stop() {
        running = false;
        ended.stop();
        all().forEach(one -> one.signals().close());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
