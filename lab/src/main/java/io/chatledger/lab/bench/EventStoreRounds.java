package io.chatledger.lab.bench;

import static io.chatledger.lab.bench.EventStoreResult.CLIENTS;
import static io.chatledger.lab.bench.EventStoreResult.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** The same steps for raw inserts, the stock engine and ours, by turns, so that nobody has the better moments. */
final class EventStoreRounds {

    private final BenchDatabase database;
    private final CommandLoad load;
    private final List<BenchCommands> engines;
    private final EventStoreBench.Options options;
    private final Figures figures;

    EventStoreRounds(
            BenchDatabase database, List<BenchCommands> engines, EventStoreBench.Options options, Figures figures) {
        this.database = database;
        this.load = new CommandLoad(new CpuClock(database.embedded().pid()));
        this.engines = engines;
        this.options = options;
        this.figures = figures;
    }

    /** What any engine does in a step. */
    private interface Kind {
        CommandLoad.Step of(BenchCommands commands, int clients);
    }

    void warmUp() throws Exception {
        begin();
        for (int clients : new int[] {8, CLIENTS}) {
            for (BenchCommands each : engines) {
                load.run(clients, options.millis(), create().of(each, clients));
                load.run(clients, options.millis(), append().of(each, clients));
                load.run(clients, options.millis() / 2, receive().of(each, clients));
                load.run(clients, options.millis() / 2, createOnce().of(each, clients));
            }
        }
    }

    void run(int round) throws Exception {
        begin();
        for (int clients : options.clients()) {
            List<Callable<Void>> turns = turns("Creates", clients, create());
            if (clients <= CLIENTS && options.engines().contains("raw")) {
                turns.add(() -> raw(clients));
            }
            take(turns, round);
        }
        for (int clients : options.clients()) {
            take(turns("Appends", clients, append()), round);
        }
        take(turns("Messages", CLIENTS, receive()), round);
        take(turns("KeyedCreates", CLIENTS, createOnce()), round);
    }

    private void begin() throws Exception {
        database.empty();
        for (BenchCommands each : engines) {
            // Opened by clients of whom each has its share.
            Thread[] threads = new Thread[8];
            for (int i = 0; i < threads.length; i++) {
                int first = i;
                threads[i] = Thread.ofVirtual().start(() -> {
                    for (int n = first; n < BenchCommands.CONVERSATIONS; n += threads.length) {
                        each.open(n);
                    }
                });
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        database.analyze();
    }

    private List<Callable<Void>> turns(String what, int clients, Kind kind) {
        List<Callable<Void>> turns = new ArrayList<>();
        for (BenchCommands each : engines) {
            turns.add(() -> measure(each, what, clients, kind));
        }
        return turns;
    }

    private static void take(List<Callable<Void>> turns, int round) throws Exception {
        Collections.rotate(turns, round);
        for (Callable<Void> turn : turns) {
            turn.call();
        }
    }

    private Void measure(BenchCommands commands, String what, int clients, Kind kind) throws Exception {
        database.checkpoint();
        CommandLoad.Result result = load.run(clients, options.millis(), kind.of(commands, clients));
        String engine = commands.engine().name();
        figures.add(name(engine, what, "PerSecond", clients), result.perSecond());
        figures.add(name(engine, what, "P50Millis", clients), result.answers().percentile(0.5));
        figures.add(name(engine, what, "P99Millis", clients), result.answers().percentile(0.99));
        figures.add(name(engine, what, "CpuMicros", clients), result.cpu().sum());
        figures.add(name(engine, what, "JvmMicros", clients), result.cpu().jvm());
        figures.add(name(engine, what, "PostgresMicros", clients), result.cpu().postgres());
        System.out.printf(
                "%-13s%4d clients  %-6s%8.0f/s   p50 %6.2f ms  p99 %6.2f ms   cpu/command: JVM %4.0f us, PostgreSQL %4.0f us%n",
                what,
                clients,
                engine,
                result.perSecond(),
                result.answers().percentile(0.5),
                result.answers().percentile(0.99),
                result.cpu().jvm(),
                result.cpu().postgres());
        return null;
    }

    private Void raw(int clients) throws Exception {
        database.checkpoint();
        double perSecond = RawInserts.perSecond(database.embedded(), clients, options.millis());
        figures.add(name("raw", "Inserts", "PerSecond", clients), perSecond);
        System.out.printf("%-13s%4d clients  %-6s%8.0f/s%n", "Inserts", clients, "raw", perSecond);
        return null;
    }

    private static Kind create() {
        return (commands, clients) -> (client, n) -> commands.create();
    }

    private static Kind createOnce() {
        return (commands, clients) -> (client, n) -> commands.createOnce();
    }

    private static Kind receive() {
        return (commands, clients) -> (client, n) -> commands.receive();
    }

    /** Each client goes round its own conversations. */
    private static Kind append() {
        return (commands, clients) ->
                (client, n) -> commands.append(client + n % (BenchCommands.CONVERSATIONS / clients) * clients);
    }
}
