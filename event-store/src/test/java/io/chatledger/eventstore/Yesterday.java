package io.chatledger.app.store;

import io.chatledger.kernel.message.Event;
import java.time.Instant;

/** The events as the release before wrote them. */
final class Yesterday {

    private Yesterday() {}

    sealed interface TallyEvent extends Event {

        record Counted(String tally, long amount, Instant at) implements TallyEvent {}
    }
}
