package io.chatledger.projection;

/**
 * Remembers that nothing is parked, so that nobody has to ask. Only whoever processes events can park the first
 * sequence, so the memory holds as long as every event since has passed through here.
 */
final class ParkedMemory {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private volatile long quietUpTo = UNKNOWN;

    boolean isNothingParkedBefore(long position) {
        return quietUpTo != UNKNOWN && quietUpTo + 1 == position;
    }

    void committed(long position, boolean nothingParked) {
        quietUpTo = nothingParked && position >= 0 ? position : UNKNOWN;
    }

    void forget() {
        quietUpTo = UNKNOWN;
    }
}
