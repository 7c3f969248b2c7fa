package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatledger.eventstore.StoreAvailability;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProblemsTest {

    @Test
    void aThousandThatCannotBeServedAreOneLineOfTheLog() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
        log.addAppender(lines);
        Problems problems = new Problems(new StoreAvailability());
        for (int n = 0; n < 1_000; n++) {
            assertThat(problems.unavailable(new ConcurrencyException("lost a race")))
                    .extracting(answer -> answer.getStatusCode().value())
                    .isEqualTo(503);
        }
        log.detachAppender(lines);
        assertThat(lines.list).hasSizeLessThanOrEqualTo(1);
    }
}
