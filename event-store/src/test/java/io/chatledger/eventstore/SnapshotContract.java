package io.chatledger.eventstore;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.snapshot;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

/** A snapshot is a short cut and never changes where one arrives. */
interface SnapshotContract extends EngineTest {

    @Test
    default void aSnapshotStandsForTheEventsUpToIt() {
        String stream = fiveCounted();
        node().store().storeSnapshot(snapshot(stream, 2, 6));
        try (EngineUnderTest other = node().another()) {
            for (EngineUnderTest reader : List.of(node(), other)) {
                assertThat(read(reader, stream)).containsExactly("Tally 2", "Counted 3", "Counted 4");
                assertThat(Tally.read(reader.store(), stream).sum()).isEqualTo(15);
            }
        }
    }

    @Test
    default void aSnapshotOfTheLastEventStandsForAll() {
        String stream = fiveCounted();
        node().store().storeSnapshot(snapshot(stream, 4, 15));
        assertThat(read(node(), stream)).containsExactly("Tally 4");
        node().append(counted(stream, 5, 6));
        assertThat(read(node(), stream)).containsExactly("Tally 4", "Counted 5");
        assertThat(Tally.read(node().store(), stream).sum()).isEqualTo(21);
    }

    @Test
    default void ofTwoSnapshotsTheNewerOneIsRead() {
        String stream = fiveCounted();
        node().store().storeSnapshot(snapshot(stream, 1, 3));
        node().store().storeSnapshot(snapshot(stream, 3, 10));
        assertThat(read(node(), stream)).containsExactly("Tally 3", "Counted 4");
    }

    @Test
    default void anOlderSnapshotThatComesLateReplacesNothing() {
        String stream = fiveCounted();
        node().store().storeSnapshot(snapshot(stream, 3, 10));
        try (EngineUnderTest other = node().another()) {
            other.store().storeSnapshot(snapshot(stream, 1, 3));
        }
        assertThat(read(node(), stream)).containsExactly("Tally 3", "Counted 4");
        assertThat(Tally.read(node().store(), stream).sum()).isEqualTo(15);
    }

    @Test
    default void aSnapshotOfAnotherRevisionIsLeftAside() {
        String stream = fiveCounted();
        try (EngineUnderTest old = node().another(Language.yesterday())) {
            old.store().storeSnapshot(snapshot(stream, 3, 999));
        }
        assertThat(read(node(), stream)).hasSize(5);
        assertThat(Tally.read(node().store(), stream).sum()).isEqualTo(15);
        node().store().storeSnapshot(snapshot(stream, 3, 10));
        assertThat(read(node(), stream)).containsExactly("Tally 3", "Counted 4");
    }

    @Test
    default void aSnapshotThatCannotBeReadIsLeftAside() {
        String stream = fiveCounted();
        try (EngineUnderTest garbled = node().another(Language.garbled())) {
            garbled.store()
                    .storeSnapshot(Tallies.of(stream, 3, new Language.Garbled("a few"), Tallies.later(Duration.ZERO)));
        }
        assertThat(Tally.read(node().store(), stream).sum()).isEqualTo(15);
        node().store().storeSnapshot(snapshot(stream, 3, 10));
        assertThat(read(node(), stream)).containsExactly("Tally 3", "Counted 4");
    }

    @Test
    default void aSnapshotIsNoEvent() throws InterruptedException {
        long before = node().head();
        String stream = fiveCounted();
        node().store().storeSnapshot(snapshot(stream, 4, 15));
        assertThat(node().head()).isEqualTo(before + 5);
        assertThat(node().store().readEvents(stream, 0).asStream()).hasSize(5);
        assertThat(node().store().lastSequenceNumberFor(stream)).contains(4L);
        assertThat(Reading.after(node(), before, 5))
                .extracting(EventMessage::getPayload)
                .hasOnlyElementsOfType(TallyEvent.class);
    }

    /** 1, 2, 3, 4 and 5. */
    private String fiveCounted() {
        String stream = stream();
        for (int sequence = 0; sequence < 5; sequence++) {
            node().append(counted(stream, sequence, sequence + 1));
        }
        return stream;
    }

    private static List<String> read(EngineUnderTest engine, String stream) {
        return engine.store()
                .readEvents(stream)
                .asStream()
                .map(SnapshotContract::told)
                .toList();
    }

    private static String told(DomainEventMessage<?> message) {
        return message.getPayload().getClass().getSimpleName() + " " + message.getSequenceNumber();
    }
}
