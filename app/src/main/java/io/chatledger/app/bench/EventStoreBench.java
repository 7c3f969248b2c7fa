package io.chatledger.app.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Our event store against Axon's stock JDBC engine and against raw single-row inserts, by turns, on one PostgreSQL.
 * Options: milliseconds a step (default 3,000) and {@code --rounds} (default 3).
 */
final class EventStoreBench {

    private EventStoreBench() {}

    /** What was asked for. */
    record Options(long millis, int rounds) {

        static Options of(List<String> given) {
            List<String> left = new ArrayList<>(given);
            int at = left.indexOf("--rounds");
            int rounds = 3;
            if (at >= 0) {
                left.remove(at);
                rounds = Integer.parseInt(left.remove(at));
            }
            return new Options(left.isEmpty() ? 3000 : Long.parseLong(left.getFirst()), rounds);
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
            List<BenchCommands> engines =
                    List.of(new BenchCommands(stock.engine()), new BenchCommands(application.engine()));
            EventStoreRounds rounds = new EventStoreRounds(database, engines, options.millis(), figures);
            System.out.println("warming up");
            rounds.warmUp();
            for (int round = 1; round <= options.rounds(); round++) {
                System.out.printf("round %d of %d%n", round, options.rounds());
                rounds.run(round);
            }
            System.out.printf(
                    "bytes a row: raw %d, stock %d, ours %d%n",
                    database.bytesOfRow("raw_insert"),
                    database.bytesOfRow("stock.domainevententry"),
                    database.bytesOfRow("event"));
        }
    }
}
