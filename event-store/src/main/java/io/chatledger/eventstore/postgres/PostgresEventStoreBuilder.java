package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventTenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import javax.sql.DataSource;

/** Puts a {@link PostgresEventStore} together. What is not said has a default that suits a plain application. */
public final class PostgresEventStoreBuilder {

    private final DataSource dataSource;
    private final EventFormat format;
    private EventTenants tenants = EventTenants.ONE;
    private boolean shared = true;
    private MeterRegistry meters = new CompositeMeterRegistry();
    private Runnable doubts = () -> {};

    /**
     * @param dataSource of pgjdbc's connections, to a database with the tables of {@link EventStoreTables}; two are held
     *     for good, one that appends and one that listens
     */
    public PostgresEventStoreBuilder(DataSource dataSource, EventFormat format) {
        this.dataSource = dataSource;
        this.format = format;
    }

    /** Whose events are; without it all are one tenant's. */
    public PostgresEventStoreBuilder tenants(EventTenants rule) {
        tenants = rule;
        return this;
    }

    /** @param others whether other processes use the database; true unless this says no */
    public PostgresEventStoreBuilder shared(boolean others) {
        shared = others;
        return this;
    }

    /** Where {@code chatledger.store.*} is measured; nowhere without it. */
    public PostgresEventStoreBuilder meters(MeterRegistry registry) {
        meters = registry;
        return this;
    }

    /** @param listener told, on the appender's thread, of each failure that may be the database's */
    public PostgresEventStoreBuilder onFailure(Runnable listener) {
        doubts = listener;
        return this;
    }

    /**
     * Begins to listen and to append.
     *
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if the database cannot be read
     */
    public PostgresEventStore build() {
        EventReader reader = new EventReader(dataSource);
        EventTail tail = new EventTail();
        HeadWatch watch = new HeadWatch(dataSource, reader, tail); // begins before the appender, ends after it
        WaitingAppends waiting = new WaitingAppends();
        Appender appender = new Appender(
                new AppendSession(dataSource),
                new AppendStatement(shared),
                tail,
                new AppendMetrics(meters, waiting),
                doubts);
        GroupCommit appends = new GroupCommit(waiting, appender);
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                reader,
                new SnapshotTable(dataSource),
                appends,
                tail,
                new PostgresEventStorageEngine.Builder(format, tenants));
        return new PostgresEventStore(engine, tail, watch, appends);
    }
}
