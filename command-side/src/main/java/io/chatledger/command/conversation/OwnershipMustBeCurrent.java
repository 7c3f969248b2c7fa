package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.problem.DomainProblem;
import org.jspecify.annotations.Nullable;

/**
 * A bot may only say what it composed while the conversation was its own, and nobody has taken it over since.
 *
 * @param read the version the writer read; null for a person, who always may
 */
record OwnershipMustBeCurrent(Author.Type writer, @Nullable Long read, Owner owner, long current) {

    void verify() {
        boolean stale = read != null && read != current;
        boolean notItsOwn = writer == Author.Type.bot && (read == null || owner != Owner.bot);
        if (stale || notItsOwn) {
            throw DomainProblem.conflict(
                    "ownership-changed", "The conversation was taken over after this reply was composed.");
        }
    }
}
