package io.chatledger.operations.deadletter;

import io.chatledger.projection.FailureCause;
import org.jspecify.annotations.Nullable;

/**
 * The first letter of a sequence: the event that failed, or the next one where that was discarded.
 *
 * @param projection null where it is an automation's
 * @param position of the event in the store; null where nobody knows
 * @param cause null where it has not been tried itself yet
 * @param parkedAt ISO 8601
 * @param attempts how often it failed
 * @param lettersInSequence itself and those that wait behind it
 */
record DeadLetterView(
        String id,
        String processor,
        @Nullable String projection,
        String tenant,
        String sequence,
        @Nullable Long position,
        String eventType,
        String eventId,
        @Nullable String aggregateId,
        @Nullable FailureCause cause,
        String parkedAt,
        int attempts,
        long lettersInSequence) {}
