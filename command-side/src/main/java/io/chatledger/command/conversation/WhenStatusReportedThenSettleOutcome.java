package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * A status that carries our own data says what became of a message whose sending had no answer. A conversation that
 * knows the answer already lets it pass.
 */
@Component
@ProcessingGroup("automation.outcomes")
@DisallowReplay
public class WhenStatusReportedThenSettleOutcome {

    private final Commands commands;

    WhenStatusReportedThenSettleOutcome(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(StatusReported event, EventMessage<?> message) {
        ConversationId conversation = event.conversationId();
        MessageId ours = event.messageId();
        if (conversation == null || ours == null) {
            return;
        }
        Origin origin = new Origin(
                event.messageKey().tenant(),
                Actor.SYSTEM,
                Origin.from(message.getMetaData()).correlationId(),
                message.getIdentifier(),
                null);
        try {
            commands.send(settlement(conversation, ours, event), origin);
        } catch (DomainProblem notOurs) {
            // The data looked like ours but names no conversation of this tenant; the status itself is kept.
            return;
        }
    }

    private static ConversationCommand settlement(ConversationId conversation, MessageId ours, StatusReported event) {
        if (event.status().status().equals("failed")) {
            SendError error = event.status().error();
            return new FailMessage(
                    conversation, ours, error == null ? new SendError(null, "failed", null) : error, event.at());
        }
        return new AcceptMessage(conversation, ours, event.providerMessageId(), event.at());
    }
}
