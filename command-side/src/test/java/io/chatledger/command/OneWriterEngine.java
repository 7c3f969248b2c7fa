package io.chatledger.command;

import io.chatledger.eventstore.NewStreams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;

/** A store in memory that keeps the promises aggregates rely on: one writer a place, all of an append or nothing. */
class OneWriterEngine extends InMemoryEventStorageEngine {

    private final Set<Place> taken = new HashSet<>();
    private final List<EventMessage<?>> stored = new ArrayList<>();

    private record Place(String aggregate, long sequence) {}

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        synchronized (taken) {
            List<Place> places = events.stream()
                    .map(event -> (DomainEventMessage<?>) event)
                    .map(event -> new Place(event.getAggregateIdentifier(), event.getSequenceNumber()))
                    .toList();
            if (places.stream().anyMatch(taken::contains)) {
                throw new ConcurrencyException("another writer was first");
            }
            taken.addAll(places);
            stored.addAll(events);
        }
        super.appendEvents(events);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return NewStreams.isExpected(aggregateIdentifier)
                ? DomainEventStream.empty()
                : super.readEvents(aggregateIdentifier, firstSequenceNumber);
    }

    List<EventMessage<?>> stored() {
        synchronized (taken) {
            return List.copyOf(stored);
        }
    }
}
