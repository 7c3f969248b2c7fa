package io.chatledger.eventstore;

/** What every engine promises to whoever is above it. */
public interface EventStoreContract
        extends AppendContract, AggregateContract, TokenContract, TrackingContract, SnapshotContract {

    @Override
    EngineUnderTest node();
}
