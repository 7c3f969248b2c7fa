package io.chatledger.app.web;

import io.chatledger.app.web.OpenConnections.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tomcat's endpoint, which knows no bound for one address and none for the time that headers take. */
final class BoundedEndpoint extends NioEndpoint {

    private final Map<SocketChannel, ServedConnection> served = new ConcurrentHashMap<>();
    private final LingeringClose refusals = new LingeringClose();
    private @Nullable OpenConnections connections;
    private Duration headerTime = Duration.ofSeconds(15);

    void limit(OpenConnections bound, Duration time) {
        connections = bound;
        headerTime = time;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        InetAddress address = address(socket);
        OpenConnections bound = connections;
        if (address == null || bound == null) {
            return super.setSocketOptions(socket);
        }
        Verdict verdict = bound.admit(address);
        if (verdict != Verdict.ADMITTED) {
            countDownConnection();
            refusals.refuse(socket, verdict);
            return true; // it is taken care of
        }
        served.put(socket, new ServedConnection(address));
        boolean taken = super.setSocketOptions(socket);
        if (!taken) {
            forget(socket);
        }
        return taken;
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watching(handler));
    }

    @Override
    public void stopInternal() {
        super.stopInternal();
        refusals.close();
    }

    private void forget(SocketChannel socket) {
        ServedConnection known = served.remove(socket);
        if (known != null && connections != null) {
            connections.release(known.address());
        }
    }

    private static @Nullable InetAddress address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress inet ? inet.getAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** Tomcat's handler, told of each connection's beginning, pauses and end. */
    private final class Watching implements Handler<NioChannel> {

        private final Handler<NioChannel> handler;

        Watching(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
            SocketChannel socket = wrapper.getSocket().getIOChannel(); // none where it has been closed meanwhile
            ServedConnection connection = socket == null ? null : served.get(socket);
            if (connection == null) {
                return handler.process(wrapper, event);
            }
            SocketState state = SocketState.CLOSED;
            try {
                if (!connection.isOverdue(wrapper, headerTime)) {
                    state = handler.process(wrapper, event);
                }
            } finally {
                connection.pausing(state, headerTime);
            }
            return state;
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> wrapper) {
            forget(wrapper.getSocket().getIOChannel());
            handler.release(wrapper);
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
