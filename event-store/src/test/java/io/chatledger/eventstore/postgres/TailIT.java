package io.chatledger.eventstore.postgres;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.OwnDatabase;
import io.chatledger.rig.Parallel;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailIT {

    private static final int MANY = 100;
    private static final long PATIENCE = 10_000;

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, true);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void theTailSaysWhatTheTableSays() throws InterruptedException {
        Parallel.times(16, n -> {
            String stream = stream();
            node.append(counted(stream, 0), counted(stream, 1));
            return stream;
        });
        assertThat(node.tail().after(0, MANY)).hasSize(32);
        try (StoreNode reader = new StoreNode(database, true)) {
            assertThat(reader.tail().after(0, MANY)).isEmpty();
            assertThat(told(node.follow(0, 32, PATIENCE))).isEqualTo(told(reader.follow(0, 32, PATIENCE)));
        }
    }

    @Test
    void anotherNodeIsWokenByANotification() throws InterruptedException {
        // This node looks for the head where there is none, so only a notification can tell it.
        try (OwnDatabase empty = new OwnDatabase();
                StoreNode deaf = new StoreNode(database, true, empty.dataSource())) {
            node.append(counted(stream(), 0));
            // The first may come before it listens; one of the next does not.
            for (int tries = 0; tries < 20 && deaf.tail().head() == 0; tries++) {
                node.append(counted(stream(), 0));
                deaf.follow(0, 1, 250);
            }
            assertThat(deaf.follow(0, 1, PATIENCE)).hasSize(1);
        }
    }

    @Test
    void anotherNodeNoticesByItselfWhereNobodyNotifies() throws InterruptedException {
        try (StoreNode silent = new StoreNode(database, false)) {
            silent.append(counted(stream(), 0));
            assertThat(node.follow(0, 1, PATIENCE)).hasSize(1);
        }
    }

    @Test
    void aListenerThatFailsDoesNotMakeAStoredEventLookLost() {
        node.tail().listen(() -> {
            throw new IllegalStateException("a processor that is shutting down");
        });
        String stream = stream();
        node.append(counted(stream, 0));
        assertThat(node.streamOf(stream)).hasSize(1);
    }

    private static List<String> told(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> String.join(
                        " ",
                        event.trackingToken().toString(),
                        event.getIdentifier(),
                        event.getTimestamp().toString(),
                        event.getPayload().toString(),
                        new TreeMap<>(event.getMetaData()).toString(),
                        ((DomainEventMessage<?>) event).getType(),
                        ((DomainEventMessage<?>) event).getAggregateIdentifier(),
                        Long.toString(((DomainEventMessage<?>) event).getSequenceNumber())))
                .toList();
    }
}
