package io.chatledger.eventstore;

/** Aggregates that a process keeps in memory, as whoever notices what other processes write sees them. */
public interface RememberedAggregates {

    /** Another process has changed the aggregate: it is to be read again. */
    void forget(String aggregateId);

    /** Other processes have changed nobody knows what. */
    void forgetAll();
}
