package io.chatledger.command.conversation.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SendLimits limits = new SendLimits(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void letsFortyFiveGoToOneCustomerAndThenOneInSixSeconds() {
        for (int message = 0; message < 45; message++) {
            assertThat(limits.take("7001", "a")).isEmpty();
            pass(Duration.ofMillis(1));
        }
        assertThat(limits.take("7001", "a"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6)));
        pass(Duration.ofSeconds(6));
        assertThat(limits.take("7001", "a")).isEmpty();
        assertThat(limits.take("7001", "a")).isPresent();
    }

    @Test
    void keepsCustomersApart() {
        for (int message = 0; message < 45; message++) {
            limits.take("7001", "a");
        }
        assertThat(limits.take("7001", "a")).isPresent();
        assertThat(limits.take("7001", "b")).isEmpty();
        assertThat(limits.take("7002", "a")).isEmpty();
    }

    @Test
    void letsEightyASecondLeaveANumber() {
        for (int message = 0; message < 80; message++) {
            assertThat(limits.take("7001", "customer " + message)).isEmpty();
        }
        assertThat(limits.take("7001", "another")).isPresent();
        assertThat(limits.take("7002", "another")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(limits.take("7001", "another")).isEmpty();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
