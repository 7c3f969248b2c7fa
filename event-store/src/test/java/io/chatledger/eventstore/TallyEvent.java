package io.chatledger.eventstore;

import java.time.Instant;

/** What happens in the contract's tests. */
public sealed interface TallyEvent {

    /** Of the second revision; {@link Yesterday} has the first. */
    record Counted(String tally, long by, String remark, Instant at) implements TallyEvent {}

    /** Of no tally, so outside of all aggregates. */
    record BellRung(String where, Instant at) implements TallyEvent {}
}
