package io.chatledger.eventstore;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.later;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.TallyEvent.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

/** The stream of an aggregate is what was written to it, however long it is and whoever wrote it. */
interface AggregateContract extends EngineTest {

    /** More than any engine reads at once. */
    int LONG = 1300;

    @Test
    default void aStreamIsReadBackAsItWasWritten() {
        String stream = stream();
        DomainEventMessage<?> first = counted(stream, 0);
        DomainEventMessage<?> second = counted(stream, 1);
        node().append(first, counted(stream(), 0), second);
        try (EngineUnderTest other = node().another()) {
            for (EngineUnderTest reader : List.of(node(), other)) {
                assertThat(reader.store().readEvents(stream).asStream().map(Reading::told))
                        .containsExactly(Reading.told(first), Reading.told(second));
            }
        }
    }

    @Test
    default void textIsReadBackWhateverIsInIt() {
        String stream = stream();
        String odd =
                "\"quoted\" \\ back\u0000slash,\u001f\ttab\r\n{braces} ' -- ?$1 \u2028 \u00e9\u0301 \uD83D\uDC69\u200D\uD83D\uDE80";
        Instant at = later(Duration.ZERO);
        node().append(Tallies.of(stream, 0, new Counted(stream, Long.MIN_VALUE, odd, at), at));
        assertThat(node().store().readEvents(stream).next().getPayload())
                .isEqualTo(new Counted(stream, Long.MIN_VALUE, odd, at));
    }

    @Test
    default void aLongStreamIsReadToItsEnd() {
        String stream = stream();
        for (int from = 0; from < LONG; from += 100) {
            node().append(IntStream.range(from, from + 100)
                    .mapToObj(sequence -> counted(stream, sequence))
                    .toArray(EventMessage<?>[]::new));
        }
        assertThat(sequences(stream, 0))
                .isEqualTo(LongStream.range(0, LONG).boxed().toList());
        assertThat(sequences(stream, 777))
                .isEqualTo(LongStream.range(777, LONG).boxed().toList());
        assertThat(node().store().lastSequenceNumberFor(stream)).contains(LONG - 1L);
    }

    @Test
    default void aStreamCanBeReadFromAnyEventOn() {
        String stream = stream();
        node().append(counted(stream, 0), counted(stream, 1), counted(stream, 2));
        assertThat(sequences(stream, 1)).containsExactly(1L, 2L);
        assertThat(sequences(stream, 3)).isEmpty();
    }

    @Test
    default void theLastSequenceIsKnownToEveryNode() {
        String stream = stream();
        assertThat(node().store().lastSequenceNumberFor(stream)).isEmpty();
        try (EngineUnderTest other = node().another()) {
            node().append(counted(stream, 0));
            assertThat(other.store().lastSequenceNumberFor(stream)).contains(0L);
            other.append(counted(stream, 1), counted(stream, 2));
            assertThat(node().store().lastSequenceNumberFor(stream)).contains(2L);
        }
    }

    @Test
    default void aStreamThatIsNotThereIsEmpty() {
        assertThat(node().store().readEvents(stream()).asStream()).isEmpty();
    }

    @Test
    default void whatTheReleaseBeforeHasWrittenIsReadAsOfToday() throws InterruptedException {
        String stream = stream();
        long before = node().head();
        Instant at = later(Duration.ZERO);
        Counted today = new Counted(stream, 5, "", at);
        try (EngineUnderTest old = node().another(Language.yesterday())) {
            old.append(Tallies.of(stream, 0, new Yesterday.Counted(stream, 5, at), at));
        }
        assertThat(node().store().readEvents(stream).next().getPayload()).isEqualTo(today);
        assertThat(Reading.after(node(), before, 1))
                .singleElement()
                .extracting(EventMessage::getPayload)
                .isEqualTo(today);
    }

    private List<Long> sequences(String stream, long from) {
        return node().store()
                .readEvents(stream, from)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
