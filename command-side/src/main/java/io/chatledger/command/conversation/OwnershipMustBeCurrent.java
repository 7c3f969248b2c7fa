package io.chatledger.command.conversation;

import io.chatledger.kernel.problem.DomainProblem;
import org.jspecify.annotations.Nullable;

/**
 * A bot may only say what it composed while nobody else took the conversation over.
 *
 * @param read the version the writer read; null for a person, who always may
 */
record OwnershipMustBeCurrent(@Nullable Long read, long current) {

    void verify() {
        if (read != null && read != current) {
            throw DomainProblem.conflict(
                    "ownership-changed", "The conversation was taken over after this reply was composed.");
        }
    }
}
