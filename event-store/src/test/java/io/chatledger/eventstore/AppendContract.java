package io.chatledger.eventstore;

import static io.chatledger.eventstore.Tallies.bellRung;
import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.rig.Parallel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** One gapless order; one writer a place; the events of a command together or not at all. */
interface AppendContract extends EngineTest {

    @Test
    default void manyWritersOnTwoNodesGetPositionsWithoutGaps() throws InterruptedException {
        int writers = 16;
        int each = 20;
        long before = node().head();
        try (EngineUnderTest other = node().another()) {
            Parallel.times(writers, n -> {
                String stream = stream();
                for (int sequence = 0; sequence < each; sequence++) {
                    (n % 2 == 0 ? node() : other).append(counted(stream, sequence));
                }
                return stream;
            });
        }
        List<TrackedEventMessage<?>> all = Reading.after(node(), before, writers * each);
        assertThat(Reading.positions(all))
                .isEqualTo(LongStream.rangeClosed(before + 1, before + writers * each)
                        .boxed()
                        .toList());
        assertThat(node().head()).isEqualTo(before + writers * each);
        assertThat(sequences(all).values())
                .hasSize(writers)
                .allMatch(LongStream.range(0, each).boxed().toList()::equals);
    }

    @Test
    default void ofManyWritersOfOnePlaceExactlyOneWins() {
        String stream = stream();
        node().append(counted(stream, 0));
        long before = node().head();
        try (EngineUnderTest other = node().another()) {
            for (int sequence = 0; sequence < 5; sequence++) {
                int wanted = sequence + 1;
                List<Boolean> stored =
                        Parallel.times(6, n -> isStored(n % 2 == 0 ? node() : other, counted(stream, wanted)));
                assertThat(stored).containsOnlyOnce(true);
            }
        }
        assertThat(node().store().readEvents(stream).asStream()).hasSize(6);
        assertThat(node().head()).isEqualTo(before + 5);
    }

    @Test
    default void ofTwoNodesThatCreateTheSameExactlyOneWins() {
        try (EngineUnderTest other = node().another()) {
            for (int round = 0; round < 5; round++) {
                String stream = stream();
                List<Boolean> stored = Parallel.times(2, n -> isStored(n == 0 ? node() : other, counted(stream, 0)));
                assertThat(stored).containsOnlyOnce(true);
            }
        }
    }

    @Test
    default void aPlaceThatIsTakenIsAConflictOnEveryNode() {
        String stream = stream();
        node().append(counted(stream, 0), counted(stream, 1));
        try (EngineUnderTest other = node().another()) {
            for (EngineUnderTest writer : List.of(node(), other)) {
                for (int sequence = 0; sequence < 2; sequence++) {
                    EventMessage<?> late = counted(stream, sequence);
                    assertThatThrownBy(() -> writer.append(late)).isInstanceOf(ConcurrencyException.class);
                }
            }
        }
    }

    @Test
    default void oneCommandThatWantsOnePlaceTwiceIsAConflict() {
        String stream = stream();
        assertThatThrownBy(() -> node().append(counted(stream, 0), counted(stream, 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(node().store().readEvents(stream).asStream()).isEmpty();
    }

    @Test
    default void eventsOfOneCommandAreStoredTogether() throws InterruptedException {
        String one = stream();
        String two = stream();
        long before = node().head();
        EventMessage<?>[] events = {counted(one, 0), counted(two, 0), bellRung(), counted(one, 1)};
        node().append(events);
        assertThat(Reading.after(node(), before, 4))
                .extracting(EventMessage::getIdentifier)
                .isEqualTo(List.of(events).stream()
                        .map(EventMessage::getIdentifier)
                        .toList());
        assertThat(node().store().readEvents(one).asStream()).hasSize(2);
        assertThat(node().store().readEvents(two).asStream()).hasSize(1);
    }

    @Test
    default void eventsOfOneCommandAreNotStoredAtAllWhereOneOfThemCannotBe() throws InterruptedException {
        String taken = stream();
        String fresh = stream();
        node().append(counted(taken, 0));
        long before = node().head();
        EventMessage<?>[] events = {bellRung(), counted(fresh, 0), counted(fresh, 1), counted(taken, 0)};
        assertThatThrownBy(() -> node().append(events)).isInstanceOf(ConcurrencyException.class);
        assertThat(node().store().readEvents(fresh).asStream()).isEmpty();
        assertThat(node().head()).isEqualTo(before);
        EventMessage<?> next = counted(fresh, 0);
        node().append(next);
        assertThat(Reading.told(Reading.after(node(), before, 1))).isEqualTo(Reading.told(before + 1, next));
    }

    @Test
    default void nothingAppendedIsNothingDone() {
        long before = node().head();
        node().append();
        assertThat(node().head()).isEqualTo(before);
    }

    private static boolean isStored(EngineUnderTest engine, EventMessage<?> event) {
        try {
            engine.append(event);
            return true;
        } catch (ConcurrencyException another) {
            return false;
        }
    }

    private static Map<String, List<Long>> sequences(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> (DomainEventMessage<?>) event)
                .collect(Collectors.groupingBy(
                        DomainEventMessage::getAggregateIdentifier,
                        Collectors.mapping(DomainEventMessage::getSequenceNumber, Collectors.toList())));
    }
}
