package io.chatledger.command;

import io.chatledger.eventstore.AggregateCache;
import io.chatledger.eventstore.RememberedAggregates;
import io.chatledger.kernel.message.PersonalDataSeals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How aggregates are kept: recently used ones stay in memory, so a command seldom has to read. */
@Component
public class Aggregates implements RememberedAggregates {

    private static final int KEPT_OF_A_KIND = 20_000;

    private static final CommandTargets TARGETS = new CommandTargets();

    private final List<AggregateCache> caches = new CopyOnWriteArrayList<>();
    private final SnapshotSerializer snapshots;

    /** @param seals under which snapshots hold personal data */
    @Autowired
    public Aggregates(PersonalDataSeals seals) {
        this(new SnapshotSerializer(seals));
    }

    /** Without snapshots of personal data: where no aggregate is kept for long. */
    public Aggregates() {
        this(new SnapshotSerializer());
    }

    private Aggregates(SnapshotSerializer snapshots) {
        this.snapshots = snapshots;
    }

    /** For the event store, which keeps the snapshots. */
    public SnapshotSerializer snapshots() {
        return snapshots;
    }

    /** A configurer for an aggregate whose newest instances are kept in memory. */
    public <A> AggregateConfigurer<A> cached(Class<A> type) {
        AggregateCache cache = new AggregateCache(KEPT_OF_A_KIND);
        caches.add(cache);
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(axon -> cache)
                .configureCommandTargetResolver(axon -> TARGETS);
    }

    /**
     * As {@link #cached}, for an aggregate that grows for ever: now and then what it has come to is written down, and
     * reading it again begins there.
     *
     * @param name logical name of its snapshots
     * @param revision of the aggregate's fields; snapshots of another one are left aside
     * @param every how many events it takes to the next snapshot
     */
    public <A> AggregateConfigurer<A> snapshotted(Class<A> type, String name, int revision, int every) {
        snapshots.register(type, name, revision);
        return cached(type)
                .configureSnapshotTrigger(axon -> new EventCountSnapshotTriggerDefinition(axon.snapshotter(), every));
    }

    @Override
    public void forget(String aggregateId) {
        caches.forEach(cache -> cache.forget(aggregateId));
    }

    @Override
    public void forgetAll() {
        caches.forEach(AggregateCache::forgetAll);
    }
}
