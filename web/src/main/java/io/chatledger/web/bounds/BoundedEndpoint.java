package io.chatledger.web.bounds;

import io.chatledger.command.request.ClientAddress;
import io.chatledger.web.bounds.OpenConnections.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's endpoint, which knows no bound for one address, none for the time that headers take, and no turns. Its two
 * threads, which accept connections and find out who has sent something, never wait for anybody.
 */
final class BoundedEndpoint extends NioEndpoint {

    private final Map<SocketChannel, ServedConnection> served = new ConcurrentHashMap<>();
    private final LingeringClose refusals = new LingeringClose();
    private final Turns turns = new Turns();
    private final KnownCallers known = new KnownCallers();
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
        Verdict verdict = bound.admit(address, known.at(ClientAddress.network(address)) != null);
        if (verdict != Verdict.ADMITTED) {
            countDownConnection();
            refusals.refuse(socket, verdict);
            return true; // it is taken care of
        }
        served.put(socket, connection(socket, address, bound.isProxy(address)));
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
    public void startInternal() throws Exception {
        super.startInternal();
        getUtilityExecutor().scheduleWithFixedDelay(this::endOverdueBodies, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stopInternal() {
        super.stopInternal();
        refusals.close();
    }

    /** A request that begins waits for its turn. */
    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> wrapper, SocketEvent event, boolean dispatch) {
        ServedConnection connection = dispatch && event == SocketEvent.OPEN_READ ? connection(wrapper) : null;
        if (connection == null || connection.isServing()) {
            return super.processSocket(wrapper, event, dispatch);
        }
        connection.join(asksForHealth(wrapper), () -> {
            if (!super.processSocket(wrapper, event, true)) {
                wrapper.close();
            }
        });
        return true;
    }

    private ServedConnection connection(SocketChannel socket, InetAddress address, boolean proxy) {
        String network = ClientAddress.network(address);
        String place = proxy ? network + " " + socket.socket().getPort() : network;
        return new ServedConnection(address, place, proxy, known, turns);
    }

    private boolean asksForHealth(SocketWrapperBase<NioChannel> wrapper) {
        return !isSSLEnabled() && HealthQuestion.isAsked(wrapper); // hands are not shaken here
    }

    private void endOverdueBodies() {
        served.forEach((socket, connection) -> {
            if (connection.isBodyOverdue()) {
                try {
                    socket.shutdownInput();
                } catch (IOException gone) {
                    // As it should be.
                }
            }
        });
    }

    private @Nullable ServedConnection connection(SocketWrapperBase<NioChannel> wrapper) {
        SocketChannel socket = wrapper.getSocket().getIOChannel(); // none where it has been closed meanwhile
        return socket == null ? null : served.get(socket);
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
            ServedConnection connection = connection(wrapper);
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
