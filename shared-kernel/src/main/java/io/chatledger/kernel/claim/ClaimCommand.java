package io.chatledger.kernel.claim;

/** What can be asked of claims; they are taken and released by the commands of those who hold them. */
public sealed interface ClaimCommand {

    /** Answers the {@link io.chatledger.kernel.message.StreamId id} of who holds the claim, or null; changes nothing. */
    record FindHolder(ClaimId claim) implements ClaimCommand {}
}
