package io.chatledger.kernel.message;

/** An event after which nothing that said something about the person can be read any more. */
public interface PersonErased extends Event {

    /** Whose data is gone. */
    StreamId person();
}
