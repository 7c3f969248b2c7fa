package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.OpenSessions;
import io.chatledger.query.ReadModelFeed;
import io.chatledger.query.ViewTopics;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of all pages. Stops before the web server, whose orderly shutdown would otherwise wait for streams
 * that never end.
 */
@Component
class PanelStreams implements SmartLifecycle {

    private final ReadModelFeed feed;
    private final ViewTopics topics;
    private final EndedSessions ended;
    private final StreamSeats seats = new StreamSeats();
    private volatile boolean running;

    PanelStreams(ReadModelFeed feed, ViewTopics topics, OpenSessions sessions) {
        this.feed = feed;
        this.topics = topics;
        this.ended = new EndedSessions(sessions, seats::all);
    }

    /**
     * A new stream, for which an older one may have to go; empty where the application is stopping.
     *
     * @param session of whoever listens; the stream ends with it
     */
    Optional<SseEmitter> open(Caller caller, UUID session) {
        if (!running) {
            return Optional.empty();
        }
        Listener listener = new Listener(session, topics.readableBy(caller));
        seats.admit(caller, listener).forEach(Listener::giveWay);
        listener.emitter().onCompletion(listener.signals()::close);
        listener.emitter().onError(error -> listener.signals().close());
        Thread.ofVirtual().name("panel-stream").start(() -> serve(caller.tenant(), listener));
        return Optional.of(listener.emitter());
    }

    private void serve(TenantId tenant, Listener listener) {
        try (AutoCloseable subscription = feed.subscribe(tenant, listener.signals()::changed)) {
            listener.run();
        } catch (Exception e) {
            listener.emitter().completeWithError(e);
        } finally {
            seats.leave(listener);
        }
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
        seats.all().forEach(one -> one.signals().close());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
