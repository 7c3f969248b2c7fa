package io.chatledger.app.store;

/** How far the event store has come, as far as this node knows. */
@FunctionalInterface
public interface StoreHead {

    /** Position of the newest committed event; 0 for none. */
    long position();
}
