package io.chatledger.lab.chaos;

/**
 * PostgreSQL is gone for a while, and then stands still for as long: the log says so and does not flood, and what was
 * left undone is done at once when it is back.
 */
final class LongOutage implements Scenario {

    private static final long LOG_BYTES_AT_MOST = 100_000;

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1)) {
            stage.pause(options.seconds(5, 3));
            LogVolume before = LogVolume.of(stage.node(0).log());
            stage.database().killForLonger();
            stage.pause(options.seconds(50, 12));
            stage.database().comeBack();
            stage.awaitRecovery();
            stage.pause(options.seconds(5, 3));
            stage.database().signal(Signal.STOP);
            stage.pause(options.seconds(50, 12));
            stage.database().signal(Signal.CONT);
            stage.awaitRecovery();
            stage.pause(options.seconds(5, 3));
            LogVolume written = LogVolume.of(stage.node(0).log()).since(before);
            stage.outcome().figure("logBytes", written.bytes());
            stage.outcome().figure("stackTraces", written.stackTraces());
            stage.outcome().demand(written.bytes() <= LOG_BYTES_AT_MOST, "the outages flooded the log");
            return stage.verdict(true); // what is under way when it stands still waits for longer than its caller
        }
    }
}
