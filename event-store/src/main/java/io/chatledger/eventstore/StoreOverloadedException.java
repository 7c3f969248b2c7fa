package io.chatledger.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** More waits to be stored than is let wait; nothing of this command was stored. */
public final class StoreOverloadedException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public StoreOverloadedException(String message) {
        super(message);
    }
}
