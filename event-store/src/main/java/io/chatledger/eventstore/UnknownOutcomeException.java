package io.chatledger.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The store was lost before it said whether the events are stored, and has not come back in time to be asked. Repeating
 * the command is safe with its idempotency key, or where it claims what it writes.
 */
public final class UnknownOutcomeException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
