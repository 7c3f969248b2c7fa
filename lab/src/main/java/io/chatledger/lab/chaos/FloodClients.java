package io.chatledger.lab.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Many clients at many addresses, each of which opens a connection again as soon as it has lost one. */
final class FloodClients implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final long BREATH_MILLIS = 1_000;
    private static final long TRICKLE_MILLIS = 1_000;
    private static final byte[] SPACES = " ".repeat(1 << 16).getBytes(ISO_8859_1);

    private final URI target;
    private final List<Thread> clients = new ArrayList<>();
    private final Map<Socket, Boolean> open = new java.util.concurrent.ConcurrentHashMap<>();
    private final AtomicInteger most = new AtomicInteger();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private volatile boolean flooding = true;

    FloodClients(URI target) {
        this.target = target;
    }

    void start(Crowd crowd, Nuisance nuisance, int count) {
        for (int n = 0; n < count; n++) {
            int number = clients.size();
            InetAddress source = crowd.address(number);
            clients.add(Thread.ofVirtual().start(() -> flood(nuisance, source, number)));
        }
    }

    /** Clients that flood at the same time. */
    int count() {
        return clients.size();
    }

    /** Of their connections, those that were open at the same time, at most. */
    int mostOpen() {
        return most.get();
    }

    /** How often what was answered to which nuisance. */
    Map<String, Long> answers() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((label, count) -> counts.put(label, count.sum()));
        return counts;
    }

    @Override
    public void close() throws InterruptedException {
        flooding = false;
        clients.forEach(Thread::interrupt);
        open.keySet().forEach(FloodClients::close);
        for (Thread client : clients) {
            client.join();
        }
    }

    private void flood(Nuisance nuisance, InetAddress source, int number) {
        try {
            Thread.sleep(number % 100 * BREATH_MILLIS / 50); // not all in the same moment
            for (int turn = number; flooding; turn++) {
                answers.computeIfAbsent(nuisance.name() + ": " + once(nuisance, source, turn), none -> new LongAdder())
                        .increment();
                Thread.sleep(BREATH_MILLIS);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private String once(Nuisance nuisance, InetAddress source, int turn) throws InterruptedException {
        try (Socket socket = new Socket()) {
            open.put(socket, true);
            most.accumulateAndGet(open.size(), Math::max);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), CONNECT_MILLIS);
            send(socket, nuisance, turn);
            return read(socket, nuisance);
        } catch (IOException ended) {
            return "ended";
        } finally {
            open.keySet().removeIf(Socket::isClosed);
        }
    }

    private static void send(Socket socket, Nuisance nuisance, int turn) throws IOException, InterruptedException {
        socket.getOutputStream().write(nuisance.head(turn));
        try {
            for (int sent = 0; sent < nuisance.bodyBytes(); sent += SPACES.length) {
                socket.getOutputStream().write(SPACES, 0, Math.min(SPACES.length, nuisance.bodyBytes() - sent));
            }
            while (nuisance.isHeadUnfinished()) {
                socket.getOutputStream().write('X');
                Thread.sleep(TRICKLE_MILLIS);
            }
        } catch (IOException refused) {
            // The answer may say why.
        }
    }

    /** Whatever it is, as long as it lasts: an unfinished request is answered when its time is over. */
    private static String read(Socket socket, Nuisance nuisance) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        byte[] part = new byte[4096];
        int count = in.read(part);
        String status = count < 12 ? "nothing" : new String(part, 9, 3, ISO_8859_1);
        if (nuisance.reads() >= 0 && status.equals("200")) {
            Thread.sleep(ANSWER_MILLIS);
        }
        for (int left = in.available(); left > 0 && count > 0; left = in.available()) {
            count = in.read(part);
        }
        return status;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is as it should be.
        }
    }
}
