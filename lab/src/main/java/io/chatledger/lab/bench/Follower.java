package io.chatledger.lab.bench;

import io.chatledger.lab.LabProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Another node on the same database, in a process of its own: it listens until its input ends, and then tells when each
 * event came.
 */
final class Follower implements AutoCloseable {

    static final String NAME = "event-store-follower";

    private static final String READY = "follower ready";
    private static final String ARRIVED = "arrived ";

    private final Process process;
    private final BufferedReader output;

    Follower(ApplicationHere.Place place) throws IOException {
        process = LabProcess.of(
                        Bench.class,
                        List.of(
                                "-Xmx512m",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Daxoniq.update-checker.disabled=true"),
                        List.of(
                                NAME,
                                place.url(),
                                place.username(),
                                place.password(),
                                place.folder().toString()))
                .redirectErrorStream(true)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        Map<String, Long> early = new HashMap<>();
        if (!readUntil(READY, early)) {
            throw new IllegalStateException("the other node did not start");
        }
    }

    /** What the process does. */
    static void run(List<String> args) throws Exception {
        ApplicationHere.Place place =
                new ApplicationHere.Place(args.get(0), args.get(1), args.get(2), Path.of(args.get(3)), "follower");
        try (ApplicationHere application = ApplicationHere.start(place, true, null);
                Arrivals arrivals = new Arrivals(application.context().getBean(EventStore.class))) {
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Until whoever started us has enough, or is gone.
            }
            arrivals.nanos().forEach((delivery, nanos) -> System.out.println(ARRIVED + delivery + " " + nanos));
        }
    }

    /** Ends the process. */
    Map<String, Long> arrivals() throws IOException {
        process.getOutputStream().close();
        Map<String, Long> found = new HashMap<>();
        readUntil("", found);
        return found;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private boolean readUntil(String end, Map<String, Long> arrivals) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(end)) {
                return true;
            }
            if (line.startsWith(ARRIVED)) {
                String[] parts = line.substring(ARRIVED.length()).split(" ");
                arrivals.put(parts[0], Long.parseLong(parts[1]));
            } else {
                System.out.println("other node: " + line);
            }
        }
        return false;
    }
}
