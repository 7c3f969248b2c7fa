package io.chatledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RareLineTest {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private RareLine line;

    @BeforeEach
    void listen() {
        Logger log = new LoggerContext().getLogger("rare");
        log.addAppender(lines);
        lines.start();
        line = new RareLine(log, nanos::get);
    }

    @Test
    void isSaidOnceInAWhile() {
        for (int n = 0; n < 1_000; n++) {
            line.warn("It cannot be done", "no reason");
        }
        assertThat(said()).containsExactly("It cannot be done: no reason");
    }

    @Test
    void saysAfterwardsHowOftenItWasNotSaid() {
        for (int n = 0; n < 5; n++) {
            line.warn("It cannot be done", "no reason");
        }
        nanos.addAndGet(RareLine.ONCE_IN.toNanos());
        line.warn("It cannot be done", "another");
        nanos.addAndGet(RareLine.ONCE_IN.toNanos());
        line.warn("It cannot be done", "a third");
        assertThat(said())
                .containsExactly(
                        "It cannot be done: no reason",
                        "It cannot be done, as 4 times since this was last said: another",
                        "It cannot be done: a third");
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
