package io.chatledger.eventstore;

/** An event of the log, not decoded yet. */
public interface LoggedEvent {

    long position();

    /** Whose it is, as {@link EventTenants} has said when it was stored. */
    String tenant();

    /** The same for all events of a stream. */
    int streamHash();

    /** Decodes, in the thread that asks. */
    Object payload();
}
