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
    private volatile long headersSince;
    private volatile boolean serving;
    private volatile @Nullable SocketWrapperBase<?> socket;

    ServedConnection(InetAddress address) {
        this.address = address;
    }

    /** That of the request which the calling thread serves; null on threads that serve none. */
    static @Nullable ServedConnection current() {
        return CURRENT.get();
    }

    InetAddress address() {
        return address;
    }

    /** Whoever serves it does so between this and {@link #pausing}. */
    boolean isOverdue(SocketWrapperBase<?> wrapper, Duration headerTime) {
        socket = wrapper;
        CURRENT.set(this);
        return !serving && sinceFirstByte() > headerTime.toNanos();
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
