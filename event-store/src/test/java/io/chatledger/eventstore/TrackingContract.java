package io.chatledger.eventstore;

import static io.chatledger.eventstore.Tallies.bellRung;
import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.rig.Parallel;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** Readers on every node see every event once and in the one order, as it was written, and soon. */
interface TrackingContract extends EngineTest {

    @Test
    default void aReaderSeesWhatWasWrittenInItsOrder() throws InterruptedException {
        String stream = stream();
        long before = node().head();
        EventMessage<?>[] events = {counted(stream, 0), bellRung(), counted(stream(), 0), counted(stream, 1)};
        node().append(events[0]);
        node().append(events[1], events[2], events[3]);
        try (EngineUnderTest other = node().another()) {
            List<String> written = Reading.told(before + 1, events);
            assertThat(Reading.told(Reading.after(node(), before, 4))).isEqualTo(written);
            assertThat(Reading.told(Reading.after(other, before, 4))).isEqualTo(written);
        }
    }

    @Test
    default void anEventOutsideOfAggregatesIsOfNoAggregateOnAnyNode() throws InterruptedException {
        long before = node().head();
        node().append(bellRung(), bellRung());
        try (EngineUnderTest other = node().another()) {
            assertThat(Reading.after(node(), before, 2)).hasSize(2).noneMatch(DomainEventMessage.class::isInstance);
            assertThat(Reading.after(other, before, 2)).hasSize(2).noneMatch(DomainEventMessage.class::isInstance);
        }
    }

    @Test
    default void aReaderWaitsForWhatEveryNodeWrites() throws InterruptedException {
        long before = node().head();
        EventMessage<?> first = counted(stream(), 0);
        EventMessage<?> second = counted(stream(), 0);
        try (EngineUnderTest other = node().another();
                BlockingStream<TrackedEventMessage<?>> reader =
                        node().store().openStream(new GlobalSequenceTrackingToken(before))) {
            assertThat(Reading.isAtTheEnd(reader)).isTrue();
            node().append(first);
            assertThat(Reading.told(Reading.next(reader, 1))).isEqualTo(Reading.told(before + 1, first));
            other.append(second);
            assertThat(Reading.told(Reading.next(reader, 1))).isEqualTo(Reading.told(before + 2, second));
            assertThat(Reading.isAtTheEnd(reader)).isTrue();
        }
    }

    @Test
    default void lookingAtAnEventDoesNotTakeIt() throws InterruptedException {
        long before = node().head();
        node().append(counted(stream(), 0), counted(stream(), 0));
        try (BlockingStream<TrackedEventMessage<?>> reader =
                node().store().openStream(new GlobalSequenceTrackingToken(before))) {
            assertThat(reader.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            String seen = reader.peek().orElseThrow().getIdentifier();
            assertThat(reader.peek().orElseThrow().getIdentifier()).isEqualTo(seen);
            assertThat(reader.nextAvailable().getIdentifier()).isEqualTo(seen);
            assertThat(reader.nextAvailable().getIdentifier()).isNotEqualTo(seen);
        }
    }

    @Test
    default void aReaderIsCalledWhenAnyNodeHasWritten() throws InterruptedException {
        Semaphore called = new Semaphore(0);
        try (EngineUnderTest other = node().another();
                BlockingStream<TrackedEventMessage<?>> reader =
                        node().store().openStream(node().store().createHeadToken())) {
            assertThat(reader.setOnAvailableCallback(called::release)).isTrue();
            for (EngineUnderTest writer : List.of(node(), other)) {
                called.drainPermits();
                EventMessage<?> event = counted(stream(), 0);
                writer.append(event);
                assertThat(called.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
                assertThat(Reading.next(reader, 1))
                        .extracting(EventMessage::getIdentifier)
                        .containsExactly(event.getIdentifier());
            }
        }
    }

    @Test
    default void readersOnTwoNodesSeeTheSameWhileBothWrite() throws InterruptedException {
        int writers = 12;
        int each = 25;
        int all = writers * each;
        long before = node().head();
        GlobalSequenceTrackingToken start = new GlobalSequenceTrackingToken(before);
        try (EngineUnderTest other = node().another();
                BlockingStream<TrackedEventMessage<?>> here = node().store().openStream(start);
                BlockingStream<TrackedEventMessage<?>> there = other.store().openStream(start)) {
            List<List<String>> seen = Parallel.times(writers + 2, n -> switch (n) {
                case 0 -> told(here, all);
                case 1 -> told(there, all);
                default -> write(n % 2 == 0 ? node() : other, each);
            });
            List<String> readAgain = Reading.told(Reading.after(node(), before, all));
            assertThat(seen.get(0)).hasSize(all).isEqualTo(seen.get(1)).isEqualTo(readAgain);
            try (EngineUnderTest late = node().another()) {
                assertThat(Reading.told(Reading.after(late, before, all))).isEqualTo(readAgain);
            }
        }
    }

    @Test
    default void aLongHistoryIsReadOnceAndInOrderByALateReader() throws InterruptedException {
        long before = node().head();
        for (int n = 0; n < AggregateContract.LONG; n += 100) {
            node().append(IntStream.range(0, 100)
                    .mapToObj(event -> counted(stream(), 0))
                    .toArray(EventMessage<?>[]::new));
        }
        try (EngineUnderTest late = node().another()) {
            assertThat(Reading.positions(Reading.after(late, before, AggregateContract.LONG)))
                    .isEqualTo(LongStream.rangeClosed(before + 1, before + AggregateContract.LONG)
                            .boxed()
                            .toList());
        }
    }

    private static List<String> write(EngineUnderTest engine, int events) {
        String stream = stream();
        for (int sequence = 0; sequence < events; sequence++) {
            engine.append(counted(stream, sequence));
        }
        return List.of();
    }

    private static List<String> told(BlockingStream<TrackedEventMessage<?>> reader, int count) {
        try {
            return Reading.told(Reading.next(reader, count));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
