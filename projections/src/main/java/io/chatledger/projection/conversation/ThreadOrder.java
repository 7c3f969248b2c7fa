package io.chatledger.projection.conversation;

import io.chatledger.projection.Storable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a message stands among others, everywhere: by the earlier of the provider's time and ours. */
final class ThreadOrder {

    /** The provider's time has a resolution of one second: the message came somewhere within it. */
    private static final long WITHIN_MILLIS = 999;

    private ThreadOrder() {}

    /**
     * @param sentAt the provider's time; a clock that runs ahead puts nothing before what comes later
     * @param at when we heard of it
     */
    static Instant of(Instant sentAt, Instant at) {
        Instant latest = Storable.time(sentAt).plusMillis(WITHIN_MILLIS);
        return of(at.isAfter(latest) ? latest : at);
    }

    /** Of what we did ourselves. As precise as rows are, so that it compares the same before and after it was stored. */
    static Instant of(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
