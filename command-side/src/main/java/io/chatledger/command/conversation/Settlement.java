package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.kernel.conversation.ConversationCommand;
import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import org.springframework.stereotype.Component;

/**
 * A status that carries our own data says what became of a message whose sending had no answer. A conversation that
 * knows the answer already lets it pass, so settling again does no harm.
 */
@Component
public class Settlement {

    private final Commands commands;
    private final Acceptance acceptance;

    Settlement(Commands commands) {
        this.commands = commands;
        this.acceptance = new Acceptance(commands);
    }

    /** @param providerMessageId of the message that the report is about */
    public void settle(ReportStatus report, String providerMessageId, Origin origin) {
        ConversationId conversation = report.conversationId();
        MessageId ours = report.messageId();
        if (conversation == null || ours == null) {
            return;
        }
        try {
            if (report.status().status().equals("failed")) {
                commands.send(failure(conversation, ours, report), origin);
            } else {
                acceptance.record(
                        new AcceptMessage(conversation, ours, report.messageKey(), providerMessageId, report.at()),
                        origin);
            }
        } catch (DomainProblem notOurs) {
            // The data looked like ours but names no conversation of this tenant; the status itself is kept.
            return;
        }
    }

    private static ConversationCommand failure(ConversationId conversation, MessageId ours, ReportStatus report) {
        SendError error = report.status().error();
        return new FailMessage(
                conversation, ours, error == null ? new SendError(null, "failed", null) : error, report.at());
    }
}
