package io.chatledger.projection.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ReplaySweeperTest {

    private final AtomicInteger sweeps = new AtomicInteger();
    private final ReplaySweeper sweeper = new ReplaySweeper(this::sweep, Duration.ofMillis(5));
    private final Logger log = (Logger) LoggerFactory.getLogger(ReplaySweeper.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Of ten sweeps in a row the first, and from the fourth on all others, fail. */
    private void sweep() {
        int sweep = sweeps.incrementAndGet();
        if (sweep == 1) {
            throw new NoClassDefFoundError("broken");
        }
        if (sweep >= 4) {
            throw new IllegalStateException("no answer");
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void end() {
        sweeper.stop();
        log.detachAppender(lines);
    }

    @Test
    void goesOnAfterEveryFailureAndSaysSoOnceForEachOutage() {
        sweeper.start();
        await().until(() -> sweeps.get() >= 10);
        sweeper.stop();
        assertThat(lines.list)
                .extracting(line -> line.getFormattedMessage().contains("broken"))
                .containsExactly(true, false);
    }
}
