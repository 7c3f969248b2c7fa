package io.chatledger.app.web;

import java.net.InetAddress;
import java.time.Duration;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * One open connection: how long its headers have been on their way, and the time-outs of the request that it carries.
 * Tomcat's own only begin anew with each byte.
 */
final class ServedConnection {

    private static final ThreadLocal<ServedConnection> CURRENT = new ThreadLocal<>();

    private final InetAddress address;
    private final @Nullable Reputation reputation;
    private volatile long dispatched;
    private volatile long headersSince;
    private volatile boolean serving;
    private volatile @Nullable SocketWrapperBase<?> socket;

    /** @param reputation of addresses; null where the address is not its client's */
    ServedConnection(InetAddress address, @Nullable Reputation reputation) {
        this.address = address;
        this.reputation = reputation;
    }

    /** That of the request which the calling thread serves; null on threads that serve none. */
    static @Nullable ServedConnection current() {
        return CURRENT.get();
    }

    InetAddress address() {
        return address;
    }

    /** Something of it waits for somebody to begin with it. */
    void dispatched() {
        dispatched = System.nanoTime() | 1;
    }

    /** Whether others have to be answered before it; asked when somebody begins with it. */
    boolean isGivenUp(Reputation known) {
        if (dispatched != 0) {
            known.waited(System.nanoTime() - dispatched);
            dispatched = 0;
        }
        return !serving && reputation != null && reputation.isGivenUp(ClientAddress.network(address));
    }

    /** Its caller has made trouble. */
    void fault() {
        if (reputation != null) {
            reputation.fault(ClientAddress.network(address));
        }
    }

    /** Whoever serves it does so between this and {@link #pausing}. */
    boolean isOverdue(SocketWrapperBase<?> wrapper, Duration headerTime) {
        socket = wrapper;
        CURRENT.set(this);
        boolean overdue = !serving && sinceFirstByte() > headerTime.toNanos();
        if (overdue) {
            fault();
        }
        return overdue;
    }

    void pausing(SocketState state, Duration headerTime) {
        CURRENT.remove();
        if (state == SocketState.OPEN) {
            left(false);
        } else if (state == SocketState.LONG && !serving) {
            readTimeout(headerTime.toMillis() - sinceFirstByte() / 1_000_000);
        }
    }

    /** The request has come to where it is served. */
    void entered() {
        serving = true;
    }

    /** @param async whether it is still being answered */
    void left(boolean async) {
        if (!async) {
            serving = false;
            headersSince = 0;
        }
    }

    void readTimeout(long millis) {
        SocketWrapperBase<?> wrapper = socket;
        if (wrapper != null) {
            wrapper.setReadTimeout(Math.max(1, millis));
        }
    }

    void writeTimeout(long millis) {
        SocketWrapperBase<?> wrapper = socket;
        if (wrapper != null) {
            wrapper.setWriteTimeout(Math.max(1, millis));
        }
    }

    private long sinceFirstByte() {
        if (headersSince == 0) {
            headersSince = System.nanoTime() | 1;
        }
        return System.nanoTime() - headersSince;
    }
}
