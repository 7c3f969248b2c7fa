package io.chatledger.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a server on this machine that can be cut, clogged and listened to. */
public final class FaultyWire implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Tap tap = (link, request, chunk) -> true;
    private boolean clogged;

    /** Which way something goes. */
    public enum Direction {
        REQUEST,
        ANSWER
    }

    /** Looks at what passes, on the thread that carries it. */
    public interface Tap {
        /** @return whether it is carried on; else it is swallowed */
        boolean passes(Link link, Direction direction, String chunk);
    }

    /** @param target port on 127.0.0.1 */
    public FaultyWire(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void tap(Tap listener) {
        tap = listener;
    }

    /** Resets all connections as they are; new ones may be made. */
    public void cut() {
        links.forEach(Link::cut);
    }

    /** Nothing passes, in either direction, and nobody is told; what is under way waits. */
    public void clog() {
        setClogged(true);
    }

    /** What waits goes on. */
    public void heal() {
        setClogged(false);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        heal();
        cut();
    }

    private void setClogged(boolean value) {
        lock.lock();
        try {
            clogged = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitFree() {
        lock.lock();
        try {
            while (clogged) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Link link = new Link(client, new Socket(InetAddress.getByName("127.0.0.1"), target));
            links.add(link);
            Thread.ofVirtual().start(() -> link.carry(client, link.server, Direction.REQUEST));
            Thread.ofVirtual().start(() -> link.carry(link.server, client, Direction.ANSWER));
        } catch (IOException unreachable) {
            Link.reset(client);
        }
    }

    /** One connection from end to end. */
    public final class Link {

        private final Socket client;
        private final Socket server;

        private Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        /** Both ends see a reset. */
        public void cut() {
            links.remove(this);
            reset(client);
            reset(server);
        }

        private void carry(Socket from, Socket to, Direction direction) {
            byte[] chunk = new byte[CHUNK];
            try {
                for (int length = from.getInputStream().read(chunk);
                        length >= 0;
                        length = from.getInputStream().read(chunk)) {
                    awaitFree();
                    if (tap.passes(this, direction, new String(chunk, 0, length, StandardCharsets.ISO_8859_1))) {
                        to.getOutputStream().write(chunk, 0, length);
                    }
                }
                to.shutdownOutput();
                if (from.isOutputShutdown()) {
                    cut(); // both have said goodbye
                }
            } catch (IOException broken) {
                cut();
            }
        }

        private static void reset(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException gone) {
                // It is as it should be.
            }
        }
    }
}
