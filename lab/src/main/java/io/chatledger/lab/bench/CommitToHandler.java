package io.chatledger.lab.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** From the commit of an event to its handler, in the process that appended it and in another one, at a calm pace. */
final class CommitToHandler {

    private static final int PER_SECOND = 200;
    private static final int UNMEASURED = 2 * PER_SECOND;

    private CommitToHandler() {}

    static void measure(BenchDatabase database, long millis, Figures figures) throws Exception {
        CommitClock clock = new CommitClock();
        try (ApplicationHere application =
                        ApplicationHere.start(ApplicationHere.Place.of(database, "bench"), true, clock);
                Follower other = new Follower(ApplicationHere.Place.of(database, "follower"));
                Arrivals here = new Arrivals(application.context().getBean(EventStore.class))) {
            BenchCommands commands = new BenchCommands(application.engine());
            send(commands, clock, UNMEASURED);
            Map<String, Long> committed = send(commands, clock, (int) (millis * PER_SECOND / 1000));
            Thread.sleep(1000);
            report("commitToHandler", since(committed, here.nanos()), committed.size(), figures);
            report("commitToHandlerOtherNode", since(committed, other.arrivals()), committed.size(), figures);
        }
    }

    /** One after the other, so that the newest commit is always the last command's. */
    private static Map<String, Long> send(BenchCommands commands, CommitClock clock, int count) {
        Map<String, Long> committed = new HashMap<>();
        long start = System.nanoTime();
        for (int n = 0; n < count; n++) {
            LockSupport.parkNanos(start + n * 1_000_000_000L / PER_SECOND - System.nanoTime());
            long before = System.nanoTime();
            String delivery = commands.create().value();
            if (clock.last() < before) {
                throw new IllegalStateException("the store's commits are not seen");
            }
            committed.put(delivery, clock.last());
        }
        return committed;
    }

    private static Measured since(Map<String, Long> committed, Map<String, Long> arrived) {
        Measured measured = new Measured();
        committed.forEach((delivery, nanos) -> {
            Long seen = arrived.get(delivery);
            if (seen != null) {
                measured.add(seen - nanos);
            }
        });
        return measured;
    }

    private static void report(String name, Measured measured, int sent, Figures figures) {
        if (measured.count() < sent) {
            throw new IllegalStateException(name + ": " + (sent - measured.count()) + " events did not arrive");
        }
        figures.add(name + "P50Millis", measured.percentile(0.5));
        figures.add(name + "P99Millis", measured.percentile(0.99));
        System.out.printf(
                "%s at %d/s: p50 %.2f ms, p99 %.2f ms (%d events)%n",
                name, PER_SECOND, measured.percentile(0.5), measured.percentile(0.99), sent);
    }
}
