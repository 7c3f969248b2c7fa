package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Strangers and a greedy tenant do all they can, while another one works as always. */
final class Flood implements Scenario {

    private static final int MOST_MILLIS = 1_000;
    private static final int MOST_RSS_MB = 1_600;
    private static final int MOST_LOG_BYTES = 100_000;
    private static final int CONNECTIONS = 2_000;
    private static final InetAddress WATCHER = InetAddress.ofLiteral("127.3.0.1");
    private static final long TICK_MILLIS = 100;
    private static final long UNANSWERED_MILLIS = 5_000;

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1)) {
            ApplicationProcess node = stage.node(0);
            String greedy = GreedyTenant.move(node, options.quick() ? 20 : 100);
            long pid = node.pid();
            long log = Files.size(node.log());
            stage.traffic().answers().getFirst().latencies().forget();
            Latencies health = new Latencies();
            try (FloodProcess flood = new FloodProcess(node, greedy)) {
                watch(node, health, options.seconds(60, 20));
                report(stage.outcome(), flood.end());
            }
            Latencies other = stage.traffic().answers().getFirst().latencies();
            Outcome outcome = stage.outcome();
            survived(outcome, node.isHealthy() && node.pid() == pid);
            bound(outcome, "healthP99Millis", health.p99Millis(), MOST_MILLIS);
            bound(outcome, "otherTenantP99Millis", other.p99Millis(), MOST_MILLIS);
            bound(outcome, "rssMb", peakMegabytes(pid), MOST_RSS_MB);
            bound(outcome, "logBytes", Files.size(node.log()) - log, MOST_LOG_BYTES);
            outcome.figure("otherTenantAnswers", other.count());
            return stage.verdict(false);
        }
    }

    /** Asks for health on a connection of its own each time, from where nobody else asks anything, as load balancers do. */
    private static void watch(ApplicationProcess node, Latencies health, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), node.uri("/").getPort(), WATCHER, 0)) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                drain(socket.getInputStream());
            } catch (IOException unanswered) {
                Thread.sleep(UNANSWERED_MILLIS);
            }
            health.since(begin);
            Thread.sleep(TICK_MILLIS);
        }
    }

    private static void drain(InputStream answer) throws IOException {
        String text = new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
        if (!text.startsWith("HTTP/1.1 200")) {
            throw new IOException("health: " + text);
        }
    }

    private static void report(Outcome outcome, FloodProcess.Met met) {
        outcome.figure("floodConnections", met.mostOpen());
        outcome.demand(met.mostOpen() >= CONNECTIONS, "only " + met.mostOpen() + " connections were open at once");
        outcome.figure("floodClients", met.count());
        outcome.figure("floodAnswers", met.answers());
        met.answers().keySet().stream()
                .filter(label -> label.matches(".*: 5\\d\\d") && !label.endsWith("503"))
                .forEach(label -> outcome.demand(false, "answered: " + label));
    }

    private static void survived(Outcome outcome, boolean alive) {
        outcome.figure("processSurvived", alive);
        outcome.demand(alive, "the process did not survive");
    }

    private static void bound(Outcome outcome, String name, long value, long most) {
        outcome.figure(name, value);
        outcome.demand(value <= most, name + " is " + value + ", over " + most);
    }

    /** Of memory that was resident at the same time. */
    private static long peakMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
