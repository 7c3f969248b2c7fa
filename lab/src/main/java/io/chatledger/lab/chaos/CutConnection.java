package io.chatledger.lab.chaos;

import io.chatledger.rig.FaultyWire;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The network between application and PostgreSQL: reset at any moment, then silent, then silent and reset. */
final class CutConnection implements Scenario {

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options);
                FaultyWire wire = new FaultyWire(stage.database().port())) {
            stage.open(1, wire.port());
            stage.pause(options.seconds(3, 2));
            cutForAWhile(wire, options.seconds(15, 5));
            wire.clog();
            stage.pause(options.seconds(20, 6));
            wire.heal();
            stage.awaitRecovery();
            wire.clog();
            stage.pause(options.seconds(5, 3));
            wire.cut();
            wire.heal();
            stage.awaitRecovery();
            stage.pause(options.seconds(3, 2));
            return stage.verdict(false);
        }
    }

    private static void cutForAWhile(FaultyWire wire, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(100, 1200));
            wire.cut();
        }
    }
}
