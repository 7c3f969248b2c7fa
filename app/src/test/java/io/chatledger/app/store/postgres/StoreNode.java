package io.chatledger.app.store.postgres;

import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.EventUpcasters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The event store as one process holds it. */
final class StoreNode implements AutoCloseable {

    private static final EventSerializer SERIALIZER = new EventSerializer(new EventRegistry());

    private final EventTail tail = new EventTail();
    private final HeadWatch watch;
    private final GroupCommit groupCommit;
    private final PostgresEventStorageEngine engine;
    private final PostgresEventStore store;

    StoreNode(StoreDatabase database, boolean notify) {
        this(database, notify, database.dataSource());
    }

    /** @param looksAt where this node looks for the head by itself */
    StoreNode(StoreDatabase database, boolean notify, DataSource looksAt) {
        EventReader reader = new EventReader(database.dataSource());
        watch = new HeadWatch(database.dataSource(), new EventReader(looksAt), tail);
        WaitingAppends waiting = new WaitingAppends();
        groupCommit = new GroupCommit(
                waiting,
                new Appender(
                        new AppendSession(database.dataSource()),
                        new AppendStatement(notify),
                        tail,
                        new AppendMetrics(new SimpleMeterRegistry(), waiting)));
        PostgresEventStorageEngine.Builder settings = new PostgresEventStorageEngine.Builder(SERIALIZER, SERIALIZER);
        settings.upcasterChain(EventUpcasters.chain());
        engine = new PostgresEventStorageEngine(
                reader, new SnapshotTable(database.dataSource()), groupCommit, tail, settings);
        store = new PostgresEventStore(engine, tail);
    }

    /** As a command does: returns once the events are durable. */
    void append(EventMessage<?>... events) {
        engine.appendEvents(List.of(events));
    }

    /** Without waiting for the answer. */
    Append submit(EventMessage<?>... events) {
        Append append = new Append(
                Stream.of(events).map(event -> EventRow.of(event, SERIALIZER)).toList());
        groupCommit.submit(append);
        return append;
    }

    EventTail tail() {
        return tail;
    }

    List<? extends DomainEventMessage<?>> streamOf(String aggregateId) {
        return engine.readEvents(aggregateId).asStream().toList();
    }

    /** What a processor gets that begins after the position. */
    List<TrackedEventMessage<?>> follow(long position, int count, long atMostMillis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMillis);
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.openStream(new GlobalSequenceTrackingToken(position))) {
            while (found.size() < count
                    && stream.hasNextAvailable(
                            (int) TimeUnit.NANOSECONDS.toMillis(Math.max(0, end - System.nanoTime())),
                            TimeUnit.MILLISECONDS)) {
                found.add(stream.nextAvailable());
            }
        }
        return found;
    }

    @Override
    public void close() {
        groupCommit.close();
        watch.close();
    }
}
