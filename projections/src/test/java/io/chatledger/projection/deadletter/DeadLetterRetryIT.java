package io.chatledger.projection.deadletter;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.readmodel.generated.tables.records.DeadLetterRecord;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits is tried again, discarded or made void, and the rows are what they should be. */
class DeadLetterRetryIT {

    private final LetterRig rig = new LetterRig();

    @Test
    void anotherAttemptThatFailsSaysHowOftenAndKeepsTheOrder() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"), rig.shop.renamed(1, "late"));
        DeadLetters.Retried retried = rig.letters.retry(rig.parked().getLast().getLetterId());
        assertThat(retried.done()).isZero();
        assertThat(retried.cause()).isNotNull();
        assertThat(rig.parked()).extracting(DeadLetterRecord::getAttempts).containsExactly(2, 1);
        assertThat(rig.names()).containsValue("Ana 1");
    }

    @Test
    void aDiscardedEventIsPassedOverAndTheOthersCanBeRetried() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"), rig.shop.renamed(1, "late"));
        rig.letters.discard(rig.parked().getFirst().getLetterId());
        assertThat(Discards.of(LetterRig.DSL, rig.projections.all()).contains(2))
                .isTrue();
        assertThat(rig.letters.retry(rig.parked().getFirst().getLetterId()))
                .isEqualTo(new DeadLetters.Retried(1, null));
        assertThat(rig.names()).containsValue("late");
        rig.process(rig.shop.renamed(1, "later"));
        assertThat(rig.names()).containsValue("later");
    }

    @Test
    void whoeverWasErasedMeanwhileDoesNotComeBack() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"));
        rig.contacts.mend();
        rig.process(rig.shop.erased(1));
        assertThat(rig.letters.retry(rig.parked().getFirst().getLetterId()).done())
                .isEqualTo(2);
        rig.process(rig.shop.created(2));
        assertThat(rig.names()).doesNotContainValue("bad").doesNotContainValue("Ana 1");
    }

    @Test
    void nothingIsFoldedIntoRowsThatNewerCodeHasMade() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"));
        rig.contacts.mend();
        String letter = rig.parked().getFirst().getLetterId();
        rig.builtBy(rig.contacts.version() + 1);
        assertThatThrownBy(() -> rig.letters.retry(letter)).isInstanceOf(DomainProblem.class);
        assertThat(rig.names()).doesNotContainValue("bad");
        rig.builtBy(rig.contacts.version());
        assertThat(rig.letters.retry(letter).done()).isEqualTo(1);
    }

    @Test
    void aRebuildMakesTheLettersOfItsProjectionVoid() {
        rig.refuse("bad");
        rig.process(rig.shop.created(1), rig.shop.renamed(1, "bad"));
        DeadLetters.clear(LetterRig.DSL, "channel");
        assertThat(rig.parked()).hasSize(1);
        DeadLetters.clear(LetterRig.DSL, "contact");
        assertThat(rig.parked()).isEmpty();
    }

    /** Whatever fails, in whatever batches, and in whatever order it is tried again: the rows come out the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whenAllIsMendedTheRowsAreAsIfNothingHadFailed(long seed) {
        Random random = new Random(seed);
        AtomicInteger faults = new AtomicInteger(random.nextInt(1, 6));
        rig.contacts.breakBy((event, row) -> {
            if (faults.get() > 0 && random.nextInt(12) == 0) {
                faults.decrementAndGet();
                throw new IllegalStateException("broken");
            }
            return row;
        });
        List<TrackedEventMessage<?>> history = history(random);
        inBatches(history, random);
        rig.contacts.mend();
        while (!rig.parked().isEmpty()) {
            List<DeadLetterRecord> left = rig.parked();
            rig.letters.retry(left.get(random.nextInt(left.size())).getLetterId());
        }
        String mended = LetterRig.DATABASE.content(CONTACT_VIEW);
        LetterRig.DATABASE.empty(rig.projections.all());
        rig.restart();
        inBatches(rig.shop.all(), random);
        assertThat(mended).isEqualTo(LetterRig.DATABASE.content(CONTACT_VIEW));
    }

    private List<TrackedEventMessage<?>> history(Random random) {
        for (int customer = 0; customer < 6; customer++) {
            rig.shop.created(customer);
        }
        for (int n = 0; n < 120; n++) {
            rig.shop.renamed(random.nextInt(6), "name " + n);
        }
        return rig.shop.all();
    }

    private void inBatches(List<TrackedEventMessage<?>> history, Random random) {
        for (int from = 0; from < history.size(); ) {
            int to = Math.min(from + 1 + random.nextInt(20), history.size());
            rig.process(history.subList(from, to));
            from = to;
        }
    }
}
