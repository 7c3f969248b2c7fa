package io.chatledger.eventstore.axonserver;

/** Axon Server does not answer, or has not what is asked of it. The message is for whoever has started the process. */
public final class NoAxonServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAxonServerException(String message) {
        super(message);
    }

    NoAxonServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
