package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;

/** Records that a provider took a message, also of a person who was erased while it was on its way. */
final class Acceptance {

    private static final String ERASED = "person-erased";

    private final Commands commands;

    Acceptance(Commands commands) {
        this.commands = commands;
    }

    void record(AcceptMessage accepted, Origin origin) {
        try {
            commands.send(accepted, origin);
        } catch (DomainProblem refusal) {
            if (!refusal.code().equals(ERASED)) {
                throw refusal;
            }
            // That it went out is a fact; the provider's id says to whom and may not be kept.
            commands.send(
                    new AcceptMessage(
                            accepted.conversationId(),
                            accepted.messageId(),
                            accepted.messageKey(),
                            null,
                            accepted.at()),
                    origin);
        }
    }
}
