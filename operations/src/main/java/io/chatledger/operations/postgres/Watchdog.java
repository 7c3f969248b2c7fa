package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts PostgreSQL again, on the same port, when it ends without having been told to. */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PostgresServer server;
    private volatile boolean closed;

    Watchdog(PostgresServer server) {
        this.server = server;
        watch();
    }

    /** Afterwards the server stays as it is. */
    @Override
    public void close() {
        closed = true;
    }

    private void watch() {
        server.onExit().thenRun(() -> {
            if (!closed) {
                Thread.ofVirtual().name("postgres-restart").start(this::restart);
            }
        });
    }

    private void restart() {
        Duration pause = Duration.ofMillis(100);
        while (!closed && !startAgain()) {
            Pause.of(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean startAgain() {
        long begin = System.nanoTime();
        try {
            server.start();
            LOG.warn(
                    "PostgreSQL had ended by itself and runs again, after {} ms",
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            watch();
            return true;
        } catch (StartupFailure e) {
            if (closed) {
                return false;
            }
            LOG.error("PostgreSQL has ended by itself and cannot be started yet: {}", e.getMessage());
            return false;
        }
    }
}
