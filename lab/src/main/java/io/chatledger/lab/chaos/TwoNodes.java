package io.chatledger.lab.chaos;

/** Two processes decide about the same conversations, and now and then get the very same request at once. */
final class TwoNodes implements Scenario {

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(2)) {
            stage.pause(options.seconds(30, 8));
            stage.awaitRecovery();
            return stage.verdict(false);
        }
    }
}
