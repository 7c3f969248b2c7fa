package io.chatledger.web.bounds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.chatledger.web.bounds.OpenConnections.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells those who find no place why, and closes their connections a moment later: a connection that is closed while
 * its other end still writes is reset, and the reason lost. Few are shown this courtesy at the same time.
 */
final class LingeringClose {

    private static final int AT_ONCE = 256;
    private static final long MOMENT_NANOS = 500_000_000;
    private static final long TICK_MILLIS = 50;
    private static final int SWALLOWED = 64 * 1024;

    private record Leaving(SocketChannel socket, long until) {}

    private final Queue<Leaving> leaving = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final ByteBuffer bin = ByteBuffer.allocate(SWALLOWED); // the sweeper's

    /** Returns at once, and waits for nobody: all connections come through here. */
    void refuse(SocketChannel socket, Verdict verdict) {
        try {
            socket.configureBlocking(false);
            socket.write(ByteBuffer.wrap(answer(verdict)));
            socket.shutdownOutput();
        } catch (IOException gone) {
            close(socket);
            return;
        }
        if (places.tryAcquire()) {
            leaving.add(new Leaving(socket, System.nanoTime() + MOMENT_NANOS));
            sweepIfNobodyDoes();
        } else {
            close(socket);
        }
    }

    void close() {
        leaving.forEach(one -> close(one.socket()));
    }

    private void sweepIfNobodyDoes() {
        if (!leaving.isEmpty() && sweeping.compareAndSet(false, true)) {
            Thread.ofVirtual().name("refused-connections").start(this::sweep);
        }
    }

    private void sweep() {
        try {
            while (!leaving.isEmpty()) {
                Thread.sleep(TICK_MILLIS);
                leaving.removeIf(this::hasLeft);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sweeping.set(false);
        }
        sweepIfNobodyDoes(); // for whoever came in between
    }

    private boolean hasLeft(Leaving one) {
        boolean left = System.nanoTime() - one.until() > 0 || isDone(one.socket());
        if (left) {
            close(one.socket());
            places.release();
        }
        return left;
    }

    /** Whether the other end has closed too; some of what it sent is read and forgotten. */
    private boolean isDone(SocketChannel socket) {
        try {
            return socket.read(bin.clear()) < 0;
        } catch (IOException gone) {
            return true;
        }
    }

    private static void close(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is as it should be.
        }
    }

    private static byte[] answer(Verdict verdict) {
        boolean own = verdict == Verdict.TOO_MANY_OF_ADDRESS;
        String status = own ? "429 Too Many Requests" : "503 Service Unavailable";
        String code = own ? "too-many-connections" : "overloaded";
        String detail = own
                ? "Too many connections are open from this address; close some or try again later."
                : "Too many connections are open; try again later.";
        String body = "{\"type\":\"https://chatledger.io/problems/" + code + "\",\"title\":\"" + status.substring(4)
                + "\",\"status\":" + status.substring(0, 3) + ",\"detail\":\"" + detail + "\",\"code\":\"" + code
                + "\"}";
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/problem+json\r\nContent-Length: " + body.length()
                        + "\r\nRetry-After: 5\r\nConnection: close\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }
}
