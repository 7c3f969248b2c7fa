package io.chatledger.lab.chaos;

/** The application dies in the middle of its work, again and again, and is started again. */
final class KillJvm implements Scenario {

    private static final int TIMES = 3;

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1)) {
            for (int n = 0; n < (options.quick() ? 1 : TIMES); n++) {
                stage.pause(options.seconds(5, 3));
                stage.node(0).kill();
                stage.node(0).start();
            }
            stage.awaitRecovery();
            return stage.verdict(true);
        }
    }
}
