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

    private final Outcomes outcomes;

    Settlement(Commands commands) {
        this.outcomes = new Outcomes(commands);
    }

    /** @param providerMessageId of the message that the report is about */
    public void settle(ReportStatus report, String providerMessageId, Origin origin) {
        ConversationId conversation = report.conversationId();
        MessageId ours = report.messageId();
        if (conversation == null || ours == null) {
            return;
        }
        try {
            outcomes.record(outcome(conversation, ours, report, providerMessageId), origin);
        } catch (DomainProblem notOurs) {
            // The data looked like ours but names no conversation of this tenant; the status itself is kept.
            return;
        }
    }

    private static ConversationCommand outcome(
            ConversationId conversation, MessageId ours, ReportStatus report, String providerMessageId) {
        if (report.status().status().equals("failed")) {
            SendError error = report.status().error();
            return new FailMessage(
                    conversation, ours, error == null ? new SendError(null, "failed", null) : error, report.at());
        }
        return new AcceptMessage(conversation, ours, report.messageKey(), providerMessageId, report.at());
    }
}
