package io.chatledger.lab.chaos;

/** A power cut: everything dies at once. */
final class KillBoth implements Scenario {

    private static final int TIMES = 2;

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1)) {
            for (int n = 0; n < (options.quick() ? 1 : TIMES); n++) {
                stage.pause(options.seconds(5, 3));
                stage.database().kill();
                stage.node(0).kill();
                stage.node(0).start();
            }
            stage.awaitRecovery();
            return stage.verdict(true);
        }
    }
}
