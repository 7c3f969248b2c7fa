package io.chatledger.lab.bench;

import java.util.Arrays;

/**
 * {@code scripts/bench NAME}: each benchmark prints one JSON object as its last line. {@code all} runs each for a short
 * while, says which aims are met, and ends with 1 where one is not.
 */
public final class Bench {

    private Bench() {}

    /** @param args the benchmark's name, then its options */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "webhooks" -> WebhookBench.run(Arrays.asList(args).subList(1, args.length));
            case "event-store" -> EventStoreBench.run(Arrays.asList(args).subList(1, args.length));
            case "replay" -> ReplayBench.run(Arrays.asList(args).subList(1, args.length));
            case "all" -> System.exit(AllBenchmarks.run() ? 0 : 1);
            case Follower.NAME -> Follower.run(Arrays.asList(args).subList(1, args.length));
            default -> {
                System.err.println(
                        "scripts/bench: there are all, webhooks, event-store and replay; not '" + name + "'");
                System.exit(2);
            }
        }
        System.exit(0);
    }
}
