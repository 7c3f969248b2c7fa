package io.chatledger.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our event store against Axon's stock JDBC engine and against raw single-row inserts, by turns, on one PostgreSQL.
 * Options: milliseconds a step (default 3,000), {@code --rounds} (default 3), and for a shorter look {@code --clients}
 * (default 1,8,32,128) and {@code --engines} (default raw,stock,ours).
 */
final class EventStoreBench {

    private EventStoreBench() {}

    /** What was asked for. */
    record Options(long millis, int rounds, List<Integer> clients, List<String> engines) {

        static Options of(List<String> given) {
            List<String> left = new ArrayList<>(given);
            int rounds = Integer.parseInt(take(left, "--rounds", "3"));
            String clients = take(left, "--clients", "1,8,32,128");
            String engines = take(left, "--engines", "raw,stock,ours");
            return new Options(
                    left.isEmpty() ? 3000 : Long.parseLong(left.getFirst()),
                    rounds,
                    Stream.of(clients.split(",")).map(Integer::valueOf).toList(),
                    List.of(engines.split(",")));
        }

        private static String take(List<String> left, String name, String otherwise) {
            int at = left.indexOf(name);
            if (at < 0) {
                return otherwise;
            }
            left.remove(at);
            return left.remove(at);
        }
    }

    static void run(List<String> given) throws Exception {
        Options options = Options.of(given);
        Figures figures = new Figures();
        try (BenchDatabase database = BenchDatabase.start()) {
            System.out.println(database.durability());
            sideBySide(database, options, figures);
            CommitToHandler.measure(database, options.millis(), figures);
        }
        System.out.println(EventStoreResult.json(figures));
    }

    private static void sideBySide(BenchDatabase database, Options options, Figures figures) throws Exception {
        try (ApplicationHere application =
                        ApplicationHere.start(ApplicationHere.Place.of(database, "bench"), false, null);
                StockEngine stock = StockEngine.beside(application.context(), database)) {
            List<BenchCommands> engines = Stream.of(stock.engine(), application.engine())
                    .filter(engine -> options.engines().contains(engine.name()))
                    .map(BenchCommands::new)
                    .toList();
            EventStoreRounds rounds = new EventStoreRounds(database, engines, options, figures);
            System.out.println("warming up");
            rounds.warmUp();
            for (int round = 1; round <= options.rounds(); round++) {
                System.out.printf("round %d of %d%n", round, options.rounds());
                rounds.run(round);
            }
            for (String table : List.of("raw_insert", "stock.domainevententry", "event")) {
                System.out.printf("bytes a row of %s: %d%n", table, database.bytesOfRow(table));
            }
        }
    }
}
