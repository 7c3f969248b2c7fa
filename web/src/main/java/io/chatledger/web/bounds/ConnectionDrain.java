package io.chatledger.web.bounds;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the web server without cutting a request: closes the door first, and lets in what is through it already. Boot's
 * own graceful shutdown only waits for requests that have reached a servlet, not for those still on their way to one.
 */
@Component
class ConnectionDrain implements TomcatConnectorCustomizer, SmartLifecycle {

    /** A connection that has nothing to ask, such as an open page's stream, is not waited for longer. */
    private static final long PATIENCE_MILLIS = 500;

    private final List<Connector> connectors = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    @Override
    public void customize(Connector connector) {
        connectors.add(connector);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        connectors.forEach(connector -> connector.getProtocolHandler().closeServerSocketGraceful());
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (connections() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the graceful shutdown of the web server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    private long connections() {
        return connectors.stream()
                .map(Connector::getProtocolHandler)
                .filter(AbstractProtocol.class::isInstance)
                .mapToLong(handler -> ((AbstractProtocol<?>) handler).getConnectionCount())
                .sum();
    }
}
