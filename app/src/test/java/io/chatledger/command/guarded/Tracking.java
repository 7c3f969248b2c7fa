package io.chatledger.command.guarded;

/** A port. */
public interface Tracking {

    String where(String parcel);
}
