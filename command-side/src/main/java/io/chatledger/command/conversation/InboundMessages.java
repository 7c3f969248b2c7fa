package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.ReportPayment;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationCommand.WithholdMessage;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes in what providers deliver: the claim on a message and the message itself in one append. */
final class InboundMessages {

    private final Repository<Conversation> conversations;
    private final Repository<ProviderMessage> providerMessages;

    InboundMessages(Repository<Conversation> conversations, Repository<ProviderMessage> providerMessages) {
        this.conversations = conversations;
        this.providerMessages = providerMessages;
    }

    @CommandHandler
    Received handle(ReceiveMessage command) throws Exception {
        Aggregate<ProviderMessage> claim =
                providerMessages.loadOrCreate(command.messageKey().value(), ProviderMessage::new);
        if (claim.invoke(ProviderMessage::isKnown)) {
            return claim.invoke(message -> message.identify(command));
        }
        ReceiveMessage here = redirected(command);
        Received received = claim.invoke(message -> message.identify(here));
        conversation(here).execute(conversation -> conversation.receive(here));
        return received;
    }

    /** To where the conversation goes on, if its contact has been merged. */
    private ReceiveMessage redirected(ReceiveMessage command) throws Exception {
        ReceiveMessage there = conversation(command).invoke(conversation -> conversation.redirected(command));
        return there == command ? command : redirected(there);
    }

    private Aggregate<Conversation> conversation(ReceiveMessage command) throws Exception {
        return conversations.loadOrCreate(command.conversationId().value(), Conversation::new);
    }

    @CommandHandler
    Received handle(ReportPayment command) throws Exception {
        return providerMessages
                .loadOrCreate(command.messageKey().value(), ProviderMessage::new)
                .invoke(message -> message.report(command));
    }

    @CommandHandler
    void handle(WithholdMessage command) throws Exception {
        providerMessages
                .loadOrCreate(command.messageKey().value(), ProviderMessage::new)
                .execute(message -> message.withhold(command));
    }

    @CommandHandler
    Received handle(ReportStatus command) throws Exception {
        return providerMessages
                .loadOrCreate(command.messageKey().value(), ProviderMessage::new)
                .invoke(message -> message.report(command));
    }
}
