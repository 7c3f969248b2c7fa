package io.chatledger.lab.chaos;

/** PostgreSQL dies with all its processes, once for a moment and once for longer; the application lives through it. */
final class KillPostgres implements Scenario {

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1)) {
            stage.pause(options.seconds(5, 3));
            stage.database().kill();
            stage.pause(options.seconds(8, 3));
            stage.database().killForLonger();
            stage.pause(options.seconds(15, 5));
            stage.outcome()
                    .demand(stage.traffic().answers().getFirst().refused() > 0, "nobody was told to come back later");
            stage.database().comeBack();
            stage.awaitRecovery();
            stage.pause(options.seconds(5, 2));
            return stage.verdict(false);
        }
    }
}
