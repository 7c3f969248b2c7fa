package io.chatledger.eventstore;

import java.time.Instant;

/** The events as the release before wrote them. */
final class Yesterday {

    private Yesterday() {}

    record Counted(String tally, long amount, Instant at) {}
}
