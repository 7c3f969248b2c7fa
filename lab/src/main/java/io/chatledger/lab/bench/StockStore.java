package io.chatledger.lab.bench;

import io.chatledger.eventstore.NewStreams;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's own store, spared the same reads as ours, so that the engines are compared and nothing else. */
final class StockStore extends EmbeddedEventStore {

    StockStore(EventStorageEngine engine) {
        super(EmbeddedEventStore.builder().storageEngine(engine));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return NewStreams.isExpected(aggregateIdentifier)
                ? DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier))
                : super.readEvents(aggregateIdentifier);
    }
}
