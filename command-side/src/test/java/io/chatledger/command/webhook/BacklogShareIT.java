package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one tenant may take of the room in which deliveries wait. */
@Timeout(60)
class BacklogShareIT {

    private static final String LARGE = "x".repeat(3 << 20);

    private final JournalFixture journal = new JournalFixture();

    @AfterEach
    void end() {
        journal.stop();
        journal.close();
    }

    @Test
    void largeBodiesOfOneTenantHoldUpNobodyElse() throws Exception {
        CountDownLatch acmes = journal.hold("held");
        for (int large = 1; large <= 6; large++) {
            journal.accept("held acme " + LARGE + " " + large);
        }
        journal.accept("used other quick");
        journal.awaitWorked("quick");
        acmes.countDown();
        journal.awaitDone();
        assertThat(journal.worked()).containsExactly("quick", "1", "2", "3", "4", "5", "6");
    }

    @Test
    void aDeliveryCountsForAsMuchAsWasReservedForIt() {
        byte[] body = LARGE.getBytes(UTF_8);
        assertThat(journal.append(body))
                .hasValueSatisfying(taken -> assertThat(taken.size()).isEqualTo(body.length));
    }
}
