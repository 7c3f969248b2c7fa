package io.chatledger.kernel.message;

/** A person is to be forgotten: every row that holds their data is cleared of it when it comes to this event. */
public interface PersonErased extends Event {

    /** The stream of the person. */
    @Override
    StreamId person();
}
