package io.chatledger.web.bounds;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * One open connection: whose it is, how long its headers have been on their way, and the time-outs of the request that it
 * carries. Tomcat's own only begin anew with each byte.
 */
final class ServedConnection {

    private static final ThreadLocal<ServedConnection> CURRENT = new ThreadLocal<>();

    private final InetAddress address;
    private final String place;
    private final boolean shared;
    private final KnownCallers known;
    private final Turns turns;
    private volatile boolean sharedIsKnown;
    private volatile long headersSince;
    private volatile boolean serving;
    private int requests; // in this turn
    private volatile long bodyEnd;
    private volatile @Nullable SocketWrapperBase<?> socket;

    /**
     * @param place where it comes from: its address, or itself where it is a proxy's
     * @param shared whether it is a proxy's, and so brings requests of many
     */
    ServedConnection(InetAddress address, String place, boolean shared, KnownCallers known, Turns turns) {
        this.address = address;
        this.place = place;
        this.shared = shared;
        this.known = known;
        this.turns = turns;
    }

    /** That of the request which the calling thread serves; null on threads that serve none. */
    static @Nullable ServedConnection current() {
        return CURRENT.get();
    }

    InetAddress address() {
        return address;
    }

    /** Those who wait together: of a tenant all people, however many addresses they have. */
    String line() {
        String caller = shared ? null : known.at(place);
        return caller == null ? place : caller;
    }

    /** A proxy's is so by itself and as long as it is open: its other connections bring others. */
    boolean isKnown() {
        return shared ? sharedIsKnown : known.at(place) != null;
    }

    /** Whether the client whose request it brings is known. */
    boolean knows(String client) {
        return known.at(client) != null;
    }

    /** It has brought a request that is signed. */
    void signed(String client) {
        sharedIsKnown = shared;
        known.add(client, client);
    }

    /** It has brought a request of somebody who has signed in. */
    void signedIn(String tenant) {
        sharedIsKnown = shared;
        if (!shared) {
            known.add(place, tenant);
        }
    }

    boolean isServing() {
        return serving;
    }

    /** Whoever serves it does so between this and {@link #pausing}. */
    boolean isOverdue(SocketWrapperBase<?> wrapper, Duration headerTime) {
        socket = wrapper;
        requests = 0;
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

    /**
     * Returns at once; the request that has begun to come gets in when its turn has come.
     *
     * @param health whether it asks for health
     */
    void join(boolean health, Runnable turn) {
        Turns.Rank stranger = health ? Turns.Rank.HEALTH : Turns.Rank.STRANGER;
        turns.join(isKnown() ? Turns.Rank.KNOWN : stranger, line(), turn);
    }

    /** A request has come to where it is served. One that was sent along with the one before waits for a turn of its own. */
    void entered() {
        serving = true;
        if (++requests > 1) {
            CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
            join(false, () -> turn.complete(null));
            turn.join();
        }
    }

    /** @param async whether it is still being answered */
    void left(boolean async) {
        if (!async) {
            serving = false;
            headersSince = 0;
        }
    }

    /**
     * Whoever waits for the body then finds that no more of it comes; Tomcat's own time-out begins anew with each byte of
     * what stands between its parts.
     *
     * @param nanos by {@link System#nanoTime}; 0 once it is there
     */
    void bodyEnds(long nanos) {
        bodyEnd = nanos;
    }

    /** @return whether the time for its body is over, which is said once */
    boolean isBodyOverdue() {
        long end = bodyEnd;
        boolean overdue = end != 0 && System.nanoTime() - end > 0;
        if (overdue) {
            bodyEnd = 0;
        }
        return overdue;
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
