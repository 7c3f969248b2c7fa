package io.chatledger.command;

import io.chatledger.kernel.message.StreamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A store in memory that writes snapshots down, where Axon's own would hand the living aggregate back. */
public final class WrittenSnapshots extends OneWriterEngine {

    private final Map<String, GenericDomainEventEntry<String>> newest = new ConcurrentHashMap<>();
    private final AtomicInteger used = new AtomicInteger();
    private final SnapshotSerializer serializer;

    public WrittenSnapshots(Aggregates aggregates) {
        this.serializer = aggregates.snapshots();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        SerializedObject<String> written = snapshot.serializePayload(serializer, String.class);
        keep(
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                written.getType(),
                written.getType().getRevision(),
                written.getData());
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.ofNullable(newest.get(aggregateIdentifier))
                .filter(serializer)
                .flatMap(entry -> EventStreamUtils.upcastAndDeserializeDomainEvents(
                                Stream.of(entry), serializer, NoOpEventUpcaster.INSTANCE)
                        .asStream()
                        .findFirst())
                .map(snapshot -> {
                    used.incrementAndGet();
                    return snapshot;
                });
    }

    /** How often one was read and not left aside. */
    public int used() {
        return used.get();
    }

    public String json(StreamId stream) {
        return Optional.ofNullable(newest.get(stream.value()))
                .orElseThrow()
                .getPayload()
                .getData();
    }

    /** Puts another in the place of the one that is there. */
    public void forge(StreamId stream, String revision, String json) {
        GenericDomainEventEntry<String> there =
                Optional.ofNullable(newest.get(stream.value())).orElseThrow();
        keep(stream.value(), there.getSequenceNumber(), there.getPayload().getType(), revision, json);
    }

    private void keep(String aggregate, long sequence, SerializedType type, String revision, String json) {
        newest.put(
                aggregate,
                new GenericDomainEventEntry<>(
                        "Aggregate",
                        aggregate,
                        sequence,
                        "snapshot",
                        Instant.EPOCH,
                        type.getName(),
                        revision,
                        json,
                        "{}"));
    }
}
