package io.chatledger.rig.axonserver;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** An Axon Server that keeps its events in memory and speaks the real protocol, on a port of its own. */
public final class StandIn implements AutoCloseable {

    private final StandInLog log = new StandInLog();
    private final EventStoreService events = new EventStoreService(log);
    private final Headers headers = new Headers();
    private final List<String> contexts;
    private Server server;
    private final int port;

    /** As the free edition, which takes every context for the default one, and does not say which it has. */
    public StandIn() {
        this(List.of());
    }

    /** @param contexts what it has and says; none where it does not say */
    public StandIn(List<String> contexts) {
        this.contexts = List.copyOf(contexts);
        server = start(0);
        port = server.getPort();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public StandInLog log() {
        return log;
    }

    /** Takes calls and answers none of them, until told otherwise. */
    public void fallSilent(boolean silent) {
        events.fallSilent(silent);
    }

    /** Says of no call where the newest event is, until told otherwise; everything else is answered. */
    public void withholdHead(boolean withheld) {
        events.withholdHead(withheld);
    }

    /** What clients sent in a header of that name. */
    public Set<String> received(String header) {
        return headers.received(header);
    }

    /** Nobody listens at the address until {@link #comeBack}; nothing is forgotten. */
    public void goAway() {
        server.shutdownNow();
        try {
            if (!server.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the stand-in does not stop");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public void comeBack() {
        server = start(port);
    }

    @Override
    public void close() {
        goAway();
    }

    private Server start(int port) {
        try {
            NettyServerBuilder builder = NettyServerBuilder.forPort(port)
                    .permitKeepAliveTime(1, TimeUnit.MILLISECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .addService(ServerInterceptors.intercept(events, headers))
                    .addService(ServerInterceptors.intercept(new PlatformService(), headers));
            if (!contexts.isEmpty()) {
                builder.addService(ServerInterceptors.intercept(new ContextService(contexts), headers));
            }
            return builder.build().start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Headers implements ServerInterceptor {

        private final Set<String> received = new HashSet<>();

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            synchronized (received) {
                headers.keys().forEach(name -> received.add(name + "=" + value(headers, name)));
            }
            return next.startCall(call, headers);
        }

        Set<String> received(String header) {
            String start = header.toLowerCase(java.util.Locale.ROOT) + "=";
            Set<String> values = new HashSet<>();
            synchronized (received) {
                received.stream()
                        .filter(one -> one.startsWith(start))
                        .map(one -> one.substring(start.length()))
                        .forEach(values::add);
            }
            return values;
        }

        private static String value(Metadata headers, String name) {
            return name.endsWith(Metadata.BINARY_HEADER_SUFFIX)
                    ? ""
                    : String.valueOf(headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
        }
    }
}
