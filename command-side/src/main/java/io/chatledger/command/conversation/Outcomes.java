package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;

/** Records what came of sending a message, also to a person who was erased while it was on its way. */
final class Outcomes {

    private static final String ERASED = "person-erased";

    private final Commands commands;

    Outcomes(Commands commands) {
        this.commands = commands;
    }

    void record(ConversationCommand outcome, Origin origin) {
        try {
            commands.send(outcome, origin);
        } catch (DomainProblem refusal) {
            if (!refusal.code().equals(ERASED) || !(outcome instanceof AcceptMessage accepted)) {
                throw refusal;
            }
            commands.send(unnamed(accepted), origin);
        }
    }

    /** That it went out is a fact; the provider's id says to whom and may not be kept. */
    private static AcceptMessage unnamed(AcceptMessage accepted) {
        return new AcceptMessage(
                accepted.conversationId(), accepted.messageId(), accepted.messageKey(), null, accepted.at());
    }
}
