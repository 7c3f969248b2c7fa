package io.chatledger.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCheckTest {

    private static final int SIZE = 40;
    private static final int EVERY = 7;

    private static History history(long seed) {
        return new History(new Random(seed), SIZE, EVERY);
    }

    static Stream<Named<UnaryOperator<StoredEvent>>> changes() {
        return Stream.of(
                Named.of("tenant", e -> copy(e, "other", e.eventId(), e.payload(), e.metadata(), 0)),
                Named.of("id", e -> copy(e, e.tenant(), "x", e.payload(), e.metadata(), 0)),
                Named.of(
                        "blank in the payload",
                        e -> copy(e, e.tenant(), e.eventId(), e.payload() + " ", e.metadata(), 0)),
                Named.of("metadata", e -> copy(e, e.tenant(), e.eventId(), e.payload(), "{}", 0)),
                Named.of("a microsecond", e -> copy(e, e.tenant(), e.eventId(), e.payload(), e.metadata(), 1)),
                Named.of(
                        "the border of two fields",
                        e -> copy(
                                e,
                                e.tenant(),
                                e.eventId(),
                                e.payload() + "{",
                                e.metadata().substring(1),
                                0)));
    }

    private static StoredEvent copy(
            StoredEvent e, String tenant, String id, String payload, String metadata, long later) {
        return new StoredEvent(
                tenant,
                e.position(),
                id,
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.name(),
                e.revision(),
                e.recordedAtMicros() + later,
                payload,
                metadata);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatNobodyTouchedHolds(long seed) {
        Verdict verdict = history(seed).verdict();
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.events()).isEqualTo(SIZE);
        assertThat(verdict.checkpoints()).isEqualTo(SIZE / EVERY);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundWhereItIs(UnaryOperator<StoredEvent> change) {
        for (int index = 0; index < SIZE; index++) {
            History history = history(index);
            long at = history.positionOf(index);
            history.events.compute(at, (position, event) -> change.apply(event));
            assertThat(history.verdict().firstInvalidPosition()).isEqualTo(at);
        }
    }

    @Test
    void aRemovedEventIsFoundWhereItWas() {
        for (int index = 0; index < SIZE; index++) {
            History history = history(index);
            long at = history.positionOf(index);
            history.events.remove(at);
            assertThat(history.verdict().firstInvalidPosition()).isEqualTo(at);
        }
    }

    @Test
    void aRemovedEventIsFoundWithItsHashGoneToo() {
        for (int index = 0; index < SIZE - SIZE % EVERY; index++) {
            History history = history(index);
            long at = history.positionOf(index);
            history.events.remove(at);
            history.hashes.remove(at);
            // At the next event, or at the checkpoint that names it.
            assertThat(history.verdict().firstInvalidPosition())
                    .isBetween(at, index == SIZE - 1 ? at : history.events.higherKey(at - 1));
        }
    }

    @Test
    void twoEventsThatChangedPlacesAreFoundAtTheFirst() {
        for (int index = 0; index < SIZE - 1; index++) {
            History history = history(index);
            StoredEvent one = history.eventOf(index);
            StoredEvent other = history.eventOf(index + 1);
            history.events.put(one.position(), at(other, one.position()));
            history.events.put(other.position(), at(one, other.position()));
            assertThat(history.verdict().firstInvalidPosition()).isEqualTo(one.position());
        }
    }

    @Test
    void anEventPutInIsFound() {
        History history = history(5);
        StoredEvent first = history.events.firstEntry().getValue();
        history.events.put(-3L, at(first, -3));
        assertThat(history.verdict().firstInvalidPosition()).isEqualTo(-3);
    }

    @Test
    void aRewrittenChainIsFoundByTheNextCheckpoint() {
        for (int index = 0; index < SIZE - SIZE % EVERY; index++) {
            History history = history(index);
            history.events.computeIfPresent(
                    history.positionOf(index), (at, e) -> copy(e, e.tenant(), e.eventId(), "{}", e.metadata(), 0));
            history.seal();
            Verdict verdict = history.verdict();
            assertThat(verdict.firstInvalidPosition())
                    .isEqualTo(history.checkpoints.get(index / EVERY).position());
            assertThat(verdict.reason()).isEqualTo("history-rewritten");
            assertThat(verdict.checkpointsValid()).isFalse();
        }
    }

    @Test
    void aMissingTailIsFoundByTheCheckpointThatCoversIt() {
        History history = history(4);
        long covered = history.checkpoints.getLast().position();
        history.events.tailMap(covered, true).clear();
        history.hashes.tailMap(covered, true).clear();
        assertThat(history.verdict().firstInvalidPosition()).isEqualTo(covered);
    }

    @Test
    void aRemovedCheckpointIsMissedByTheNext() {
        for (int index = 0; index < SIZE / EVERY - 1; index++) {
            History history = history(index);
            history.checkpoints.remove(index);
            assertThat(history.verdict().reason()).isEqualTo("checkpoint-removed-before");
        }
    }

    @Test
    void aCheckpointUnderAnotherKeyDoesNotHold() {
        History history = history(6);
        CheckpointSigner stranger = new History(new Random(1), 1, 1).newSigner();
        Checkpoint last = history.checkpoints.removeLast();
        history.checkpoints.add(last.signedBy(stranger));
        assertThat(history.verdict().reason()).isEqualTo("checkpoint-key-unknown");
    }

    @Test
    void aCheckpointUnderTheNextKeyHolds() {
        History history = history(6);
        Checkpoint last = history.checkpoints.removeLast();
        history.checkpoints.add(last.signedBy(history.newSigner()));
        assertThat(history.verdict().valid()).isTrue();
    }

    @Test
    void aChangedCheckpointDoesNotHold() {
        History history = history(6);
        Checkpoint last = history.checkpoints.removeLast();
        history.checkpoints.add(new Checkpoint(
                last.tenant(),
                last.position(),
                last.events(),
                last.headHash(),
                last.previous(),
                last.at().plusSeconds(1),
                last.keyId(),
                last.signature()));
        assertThat(history.verdict().reason()).isEqualTo("checkpoint-signature");
    }

    private static StoredEvent at(StoredEvent e, long position) {
        return new StoredEvent(
                e.tenant(),
                position,
                e.eventId(),
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.name(),
                e.revision(),
                e.recordedAtMicros(),
                e.payload(),
                e.metadata());
    }
}
