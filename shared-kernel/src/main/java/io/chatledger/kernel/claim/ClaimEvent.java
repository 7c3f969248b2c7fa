package io.chatledger.kernel.claim;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;

/** An event of a claim's stream. What it is called, and what else it says, is its feature's. */
public sealed interface ClaimEvent extends Event {

    ClaimId claim();

    /** Who has taken the value, or given it up. */
    StreamId holder();

    /** The value is the holder's from now on, whoever's it was. */
    non-sealed interface Taken extends ClaimEvent {}

    /** The value is nobody's from now on; it was the holder's. */
    non-sealed interface Released extends ClaimEvent {

        /** Number of the newest webhook body in which the value meant the holder still; 0 where none counts. */
        default long upToArrival() {
            return 0;
        }
    }
}
