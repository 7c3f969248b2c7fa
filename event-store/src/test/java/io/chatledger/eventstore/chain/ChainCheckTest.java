package io.chatledger.eventstore.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCheckTest {

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
        Verdict verdict = History.of(seed).verdict();
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.events()).isEqualTo(History.SIZE);
        assertThat(verdict.checkpoints()).isEqualTo(History.SIZE / History.EVERY);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundWhereItIs(UnaryOperator<StoredEvent> change) {
        for (int index = 0; index < History.SIZE; index++) {
            History history = History.of(index);
            long at = history.positionOf(index);
            history.events.compute(at, (position, event) -> change.apply(event));
            assertThat(history.verdict().firstInvalidPosition()).isEqualTo(at);
        }
    }

    @Test
    void aRemovedEventIsFoundWhereItWas() {
        for (int index = 0; index < History.SIZE; index++) {
            History history = History.of(index);
            long at = history.positionOf(index);
            history.events.remove(at);
            assertThat(history.verdict().firstInvalidPosition()).isEqualTo(at);
        }
    }

    @Test
    void aRemovedEventIsFoundWithItsHashGoneToo() {
        for (int index = 0; index < History.SIZE - History.SIZE % History.EVERY; index++) {
            History history = History.of(index);
            long at = history.positionOf(index);
            history.events.remove(at);
            history.hashes.remove(at);
            // At the next event, or at the checkpoint that names it.
            assertThat(history.verdict().firstInvalidPosition())
                    .isBetween(at, index == History.SIZE - 1 ? at : history.events.higherKey(at - 1));
        }
    }

    @Test
    void twoEventsThatChangedPlacesAreFoundAtTheFirst() {
        for (int index = 0; index < History.SIZE - 1; index++) {
            History history = History.of(index);
            StoredEvent one = history.eventOf(index);
            StoredEvent other = history.eventOf(index + 1);
            history.events.put(one.position(), at(other, one.position()));
            history.events.put(other.position(), at(one, other.position()));
            assertThat(history.verdict().firstInvalidPosition()).isEqualTo(one.position());
        }
    }

    @Test
    void anEventPutInIsFound() {
        History history = History.of(5);
        StoredEvent first = history.events.firstEntry().getValue();
        history.events.put(-3L, at(first, -3));
        assertThat(history.verdict().firstInvalidPosition()).isEqualTo(-3);
    }

    @Test
    void aRewrittenChainIsFoundByTheNextCheckpoint() {
        for (int index = 0; index < History.SIZE - History.SIZE % History.EVERY; index++) {
            History history = History.of(index);
            history.events.computeIfPresent(
                    history.positionOf(index), (at, e) -> copy(e, e.tenant(), e.eventId(), "{}", e.metadata(), 0));
            history.link();
            Verdict verdict = history.verdict();
            assertThat(verdict.firstInvalidPosition())
                    .isEqualTo(history.checkpoints.get(index / History.EVERY).position());
            assertThat(verdict.reason()).isEqualTo("history-rewritten");
            assertThat(verdict.checkpointsValid()).isFalse();
        }
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
