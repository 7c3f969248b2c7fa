package io.chatledger.kernel.deadletter;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of dead letters. */
public sealed interface DeadLetterCommand {

    /** Puts on record that somebody gave the event up; does nothing the second time. */
    record DiscardDeadLetter(
            @TargetAggregateIdentifier DeadLetterId letterId,
            String processor,
            @Nullable String projection,
            String eventType,
            String eventId,
            String reason,
            Instant at)
            implements DeadLetterCommand {}
}
