package io.chatledger.projection.deadletter;

/**
 * Remembers that nothing is parked, so that nobody has to ask. Only whoever processes events can park the first
 * sequence, so the memory holds as long as every event since has passed through here.
 */
public final class ParkedMemory {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private volatile long quietUpTo = UNKNOWN;

    /** Whether it is sure that no letter is older than the position. */
    public boolean isNothingParkedBefore(long position) {
        return quietUpTo != UNKNOWN && quietUpTo + 1 == position;
    }

    /** All up to the position is done. */
    public void committed(long position, boolean nothingParked) {
        quietUpTo = nothingParked && position >= 0 ? position : UNKNOWN;
    }

    /** After a failure. */
    public void forget() {
        quietUpTo = UNKNOWN;
    }
}
