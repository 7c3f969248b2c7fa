package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EngineUnderTest;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.Language;
import io.chatledger.eventstore.OwnDatabase;
import io.chatledger.eventstore.Tallies;
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
final class StoreNode implements EngineUnderTest {

    private final OwnDatabase database;
    private final EventFormat language;
    private final EventTail tail = new EventTail();
    private final HeadWatch watch;
    private final GroupCommit groupCommit;
    private final PostgresEventStorageEngine engine;
    private final PostgresEventStore store;

    StoreNode(OwnDatabase database, boolean notify) {
        this(database, notify, database.dataSource());
    }

    /** @param looksAt where this node looks for the head by itself */
    StoreNode(OwnDatabase database, boolean notify, DataSource looksAt) {
        this(database, notify, looksAt, Language.today());
    }

    StoreNode(OwnDatabase database, EventFormat language) {
        this(database, true, database.dataSource(), language);
    }

    private StoreNode(OwnDatabase database, boolean notify, DataSource looksAt, EventFormat language) {
        this.database = database;
        this.language = language;
        watch = new HeadWatch(database.dataSource(), new EventReader(looksAt), tail);
        WaitingAppends waiting = new WaitingAppends();
        AppendMetrics metrics = new AppendMetrics(new SimpleMeterRegistry(), waiting);
        groupCommit = new GroupCommit(
                waiting,
                new Appender(
                        new AppendSession(database.dataSource()),
                        new AppendStatement(notify),
                        tail,
                        metrics,
                        () -> {}));
        engine = engine(new PostgresEventStorageEngine.Builder(language, Tallies::tenantOf));
        store = new PostgresEventStore(engine, tail, watch, groupCommit);
    }

    /** Another engine of this process, for a test that must settle things itself. */
    PostgresEventStorageEngine engine(PostgresEventStorageEngine.Builder settings) {
        return new PostgresEventStorageEngine(
                new EventReader(database.dataSource()),
                new SnapshotTable(database.dataSource()),
                groupCommit,
                tail,
                settings);
    }

    @Override
    public PostgresEventStore store() {
        return store;
    }

    @Override
    public EngineUnderTest another(EventFormat another) {
        return new StoreNode(database, another);
    }

    /** Without waiting for the answer. */
    Append submit(EventMessage<?>... events) {
        Append append = new Append(Stream.of(events)
                .map(event -> EventRow.of(event, language.events(), Tallies::tenantOf))
                .toList());
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
        store.close();
    }
}
