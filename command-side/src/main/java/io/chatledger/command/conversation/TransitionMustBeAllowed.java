package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Set;

/** Each action fits some states only. */
record TransitionMustBeAllowed(String action, ConversationStatus from, Set<ConversationStatus> allowed) {

    void verify() {
        if (!allowed.contains(from)) {
            throw DomainProblem.conflict(
                    "invalid-transition", "A conversation that is " + from + " cannot be changed by: " + action + ".");
        }
    }
}
