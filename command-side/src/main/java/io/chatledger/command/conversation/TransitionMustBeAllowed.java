package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each action fits some states only. */
record TransitionMustBeAllowed(String action, @Nullable ConversationStatus from, Set<ConversationStatus> allowed) {

    void verify() {
        if (from == null || !allowed.contains(from)) {
            throw DomainProblem.conflict(
                    "invalid-transition", "A conversation that is " + from + " cannot be changed by: " + action + ".");
        }
    }
}
