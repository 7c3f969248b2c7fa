package io.chatledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.webhook.DeliveryOutcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final PartResult STORED = new PartResult.Used(false);
    private static final PartResult DUPLICATE = new PartResult.Used(true);
    private static final PartResult IGNORED = new PartResult.Ignored("group");
    private static final PartResult FAILED = new PartResult.Failed("unknown-channel");

    @Test
    void isProcessedWhereSomethingWasUsedAndNothingFailed() {
        Tally tally = new Tally(List.of(STORED, DUPLICATE, IGNORED));
        assertThat(tally.outcome()).isEqualTo(DeliveryOutcome.processed);
        assertThat(tally.duplicates()).isEqualTo(1);
        assertThat(tally.reason()).isEqualTo("duplicate: it was there already; group");
    }

    @Test
    void failsWhereAnythingFailed() {
        Tally tally = new Tally(List.of(STORED, FAILED, FAILED, IGNORED));
        assertThat(tally.outcome()).isEqualTo(DeliveryOutcome.failed);
        assertThat(tally.reason()).isEqualTo("unknown-channel; group");
    }

    @Test
    void isIgnoredWhereNothingWasOfUse() {
        assertThat(new Tally(List.of(IGNORED)).outcome()).isEqualTo(DeliveryOutcome.ignored);
    }

    @Test
    void hasNoReasonWhereAllWasUsed() {
        assertThat(new Tally(List.of(STORED)).reason()).isNull();
    }

    @Test
    void boundsItsReason() {
        List<PartResult> many = IntStream.range(0, 2_000)
                .mapToObj(number -> (PartResult) new PartResult.Failed("reason " + number))
                .toList();
        assertThat(new Tally(many).reason()).hasSize(1_000).endsWith("...");
    }
}
