package io.chatledger.app.store;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRevision;
import java.time.Instant;

/** What happens in the contract's tests. */
sealed interface TallyEvent extends Event {

    @EventRevision(2)
    record Counted(String tally, long by, String remark, Instant at) implements TallyEvent {}

    /** Of no tally, so outside of all aggregates. */
    record BellRung(String where, Instant at) implements TallyEvent {}
}
