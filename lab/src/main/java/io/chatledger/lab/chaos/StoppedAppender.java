package io.chatledger.lab.chaos;

import java.time.Duration;

/**
 * One of two processes stands still in the middle of its work, longer than its leases last, and then goes on as if
 * nothing had been.
 */
final class StoppedAppender implements Scenario {

    @Override
    public Outcome play(Options options) throws Exception {
        Duration stop = options.seconds(15, 6);
        try (Stage stage = new Stage(options).open(2)) {
            stage.pause(options.seconds(5, 3));
            Signal.STOP.sendTo(stage.node(0).pid());
            try {
                stage.pause(stop);
            } finally {
                Signal.CONT.sendTo(stage.node(0).pid());
            }
            stage.awaitRecovery();
            stage.pause(options.seconds(8, 3));
            long pause = stage.traffic().answers().get(1).longestPauseMillis();
            stage.outcome().demand(pause < stop.toMillis(), "the other process stood still for " + pause + " ms");
            return stage.verdict(true); // the one that stands still takes no new connections after a while
        }
    }
}
