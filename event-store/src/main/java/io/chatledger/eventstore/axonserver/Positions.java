package io.chatledger.eventstore.axonserver;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Axon Server counts events from 0, this store from 1; a token is the last event seen, and 0 or none is before all. */
final class Positions {

    private Positions() {}

    static GlobalSequenceTrackingToken ours(@Nullable TrackingToken server) {
        return new GlobalSequenceTrackingToken(
                server == null ? 0 : server.position().orElseThrow() + 1);
    }

    static @Nullable TrackingToken servers(@Nullable TrackingToken ours) {
        long seen = ours == null ? 0 : ours.position().orElse(0);
        return seen == 0 ? null : new GlobalSequenceTrackingToken(seen - 1);
    }
}
