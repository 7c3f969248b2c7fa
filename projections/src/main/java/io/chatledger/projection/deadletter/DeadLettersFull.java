package io.chatledger.projection.deadletter;

/** There are too many dead letters: the projections stand still until some are retried, discarded or rebuilt away. */
public final class DeadLettersFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadLettersFull(String sequence) {
        super("too many dead letters, the last one in " + sequence);
    }
}
