package io.chatledger.eventstore.chain;

import org.jspecify.annotations.Nullable;

/**
 * What came of checking a tenant's history.
 *
 * @param events how many hold, from the first one on
 * @param headHash of the last event that holds, hexadecimal; the chain's genesis where there is none
 * @param firstInvalidPosition null where everything holds
 * @param reason why it does not, kebab-case; null where everything holds
 * @param checkpoints how many checkpoints hold
 * @param checkpointed position of the last checkpoint that holds; 0 where there is none
 * @param checkpointsValid false where it is a checkpoint that does not hold
 */
public record Verdict(
        long events,
        String headHash,
        @Nullable Long firstInvalidPosition,
        @Nullable String reason,
        long checkpoints,
        long checkpointed,
        boolean checkpointsValid) {

    public boolean valid() {
        return firstInvalidPosition == null;
    }
}
