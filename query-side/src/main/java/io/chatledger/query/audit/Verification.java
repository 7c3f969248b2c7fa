package io.chatledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.eventstore.chain.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tenant's history is what it was.
 *
 * @param events of the tenant, as they are stored
 * @param headHash of the last event that holds
 * @param coveredTo position in the installation's order up to which everything was looked at
 * @param firstInvalidPosition null where everything holds
 * @param reason null where everything holds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Verification(
        long events,
        String headHash,
        boolean valid,
        @Nullable Long firstInvalidPosition,
        @Nullable String reason,
        long coveredTo,
        Signed checkpoints) {

    /**
     * The checkpoints that hold.
     *
     * @param valid false where it is a checkpoint that does not hold
     * @param lastPosition null where there is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Signed(
            long count, boolean valid, @Nullable Long lastPosition) {}

    static Verification of(Verdict verdict, long events, long coveredTo) {
        return new Verification(
                events,
                verdict.headHash(),
                verdict.valid(),
                verdict.firstInvalidPosition(),
                verdict.reason(),
                coveredTo,
                new Signed(
                        verdict.checkpoints(),
                        verdict.checkpointsValid(),
                        verdict.checkpoints() == 0 ? null : verdict.checkpointed()));
    }
}
