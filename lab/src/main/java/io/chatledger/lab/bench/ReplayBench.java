package io.chatledger.lab.bench;

import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.rebuild.ProjectionStatuses;
import io.chatledger.projection.rebuild.Rebuild;
import io.chatledger.projection.rebuild.RebuildProgress;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rebuild of the projections {@code conversation} and {@code message} in one pass, against Axon's replay of the same
 * and against reading the log, in one process on one PostgreSQL. Options: how many events (default 1,000,000), and how
 * many of them the stock replay takes, which goes on like that ({@code --stock}, default 50,000).
 */
final class ReplayBench {

    private static final List<String> NAMES = List.of("conversation", "message");
    private static final int CALM_MILLIS = 10_000;

    private final BenchDatabase database;
    private final int events;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private ReplayBench(BenchDatabase database, int events) {
        this.database = database;
        this.events = events;
        figures.put("events", events);
    }

    static void run(List<String> given) throws Exception {
        int at = given.indexOf("--stock");
        long stock = at < 0 ? 50_000 : Long.parseLong(given.get(at + 1));
        int events = given.isEmpty() || at == 0 ? 1_000_000 : Integer.parseInt(given.getFirst());
        try (BenchDatabase database = BenchDatabase.start()) {
            System.out.println(database.durability());
            new ReplayBench(database, events).run(Math.min(stock, events));
        }
    }

    private void run(long stock) throws Exception {
        ApplicationHere.Place place = ApplicationHere.Place.of(database, "bench");
        System.out.printf("writing %d events of %d tenants%n", events, SampleBusiness.TENANTS);
        // Without projections, so that nothing else happens while the tables are filled.
        try (ApplicationHere application = ApplicationHere.start(place, false, null)) {
            SampleLog.fill(database, events, application.context().getBean(EventSerializer.class));
        }
        try (ApplicationHere application = ApplicationHere.start(place, false, null, "command,projection")) {
            ApplicationContext context = application.context();
            awaitLive(context);
            measure(application, context.getBean(Projections.class), stock);
        }
        System.out.println(JsonMapper.shared().writeValueAsString(figures));
    }

    private void measure(ApplicationHere application, Projections projections, long stock) throws Exception {
        ApplicationContext context = application.context();
        List<Projection<?, ?>> measured =
                NAMES.stream().<Projection<?, ?>>map(projections::named).toList();
        RowDigests digests = new RowDigests(database, measured);
        String live = digests.ofSamples();
        double latency = underLoad(application);
        awaitLive(context);
        boolean identical = digests.ofSamples().equals(live);
        String all = digests.ofAll();
        System.gc();
        double rebuild = rebuild(context, "with nothing else going on");
        identical &= digests.ofAll().equals(all) && digests.ofSamples().equals(live);
        double read = Math.max(LogRead.perSecond(database), LogRead.perSecond(database));
        double replay = StockReplay.perSecond(database, context.getBean(EventStore.class), measured, stock);
        figures.put("rebuildEventsPerSecond", Math.round(rebuild));
        figures.put("stockReplayEventsPerSecond", Math.round(replay));
        figures.put("logReadEventsPerSecond", Math.round(read));
        figures.put("ratioToStock", Measured.rounded(rebuild / replay));
        figures.put("ratioToLogRead", Measured.rounded(rebuild / read));
        figures.put("liveP99DuringOverBefore", Measured.rounded(latency));
        figures.put("peakHeapMb", figures.remove("heap"));
        figures.put("identical", identical);
    }

    /** @return how much longer appends take during a rebuild */
    private double underLoad(ApplicationHere application) throws Exception {
        System.gc();
        try (PacedAppends appends = new PacedAppends(application.engine())) {
            Thread.sleep(CALM_MILLIS);
            appends.take();
            Thread.sleep(CALM_MILLIS);
            double before = said("before", appends.take());
            rebuild(application.context(), "with appends at the same time");
            return said("during", appends.take()) / before;
        }
    }

    private static double said(String when, Measured appends) {
        double p99 = appends.percentile(0.99);
        System.out.printf(
                "live appends %-12s p50 %6.2f ms  p99 %6.2f ms  (%d)%n",
                when, appends.percentile(0.5), p99, appends.count());
        return p99;
    }

    private double rebuild(ApplicationContext context, String how) throws Exception {
        CpuClock clock = new CpuClock(database.embedded().pid());
        CpuClock.Used before = clock.now();
        long start = System.nanoTime();
        RebuildProgress end;
        try (HeapPeak heap = new HeapPeak()) {
            end = context.getBean(Rebuild.class).start(NAMES).get(1, TimeUnit.HOURS);
            figures.merge("heap", heap.megabytes(), (one, other) -> Math.max((long) one, (long) other));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (end.state() != RebuildProgress.State.done) {
            throw new IllegalStateException("the rebuild ended " + end);
        }
        CpuClock.Used used = clock.now().since(before).each(end.processed());
        System.out.printf(
                "rebuild of %s %8.0f events/s, %.1f s until the tables had changed places, %s;"
                        + " cpu/event: JVM %.1f us, PostgreSQL %.1f us%n",
                NAMES, end.processed() / seconds, seconds, how, used.jvm(), used.postgres());
        return end.processed() / seconds;
    }

    private static void awaitLive(ApplicationContext context) throws InterruptedException, SQLException {
        long start = System.nanoTime();
        ProjectionStatuses statuses = context.getBean(ProjectionStatuses.class);
        while (Stream.of(statuses.of("message")).anyMatch(status -> status.position() < status.head())) {
            Thread.sleep(100);
        }
        System.out.printf("the live projections are at the head after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
}
