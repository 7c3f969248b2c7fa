package io.chatledger.command.conversation;

import io.chatledger.command.StandIns;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.ReportPayment;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationCommand.WithholdMessage;
import io.chatledger.kernel.conversation.ConversationId;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes in what providers deliver: the claim on a message and the message itself in one append. */
final class MessageIntake {

    private final Continuations conversations;
    private final Repository<ProviderMessage> providerMessages;
    private final Supplier<StandIns> standIns;

    /** @param standIns asked for only where a conversation says that it goes on elsewhere */
    MessageIntake(
            Continuations conversations, Repository<ProviderMessage> providerMessages, Supplier<StandIns> standIns) {
        this.conversations = conversations;
        this.providerMessages = providerMessages;
        this.standIns = standIns;
    }

    @CommandHandler
    Received handle(ReceiveMessage command) throws Exception {
        Aggregate<ProviderMessage> claim =
                providerMessages.loadOrCreate(command.messageKey().value(), ProviderMessage::new);
        if (claim.invoke(ProviderMessage::isKnown)) {
            return claim.invoke(message -> message.identify(command));
        }
        boolean elsewhere = conversations.orNew(command.conversationId()).invoke(Conversation::mergedInto) != null;
        ReceiveMessage here = elsewhere ? redirected(command) : command;
        Received received = claim.invoke(message -> message.identify(here));
        conversations.orNew(here.conversationId()).execute(conversation -> conversation.receive(here));
        return received;
    }

    /**
     * To the conversation of whoever stands for the contact. Contacts know that for certain; what conversations say may
     * have been left by a merge that was undone, and is put right.
     */
    private ReceiveMessage redirected(ReceiveMessage command) {
        ContactId contact = standIns.get().of(command.contactId());
        ConversationId there = contact.equals(command.contactId())
                ? command.conversationId()
                : ConversationId.of(command.channelId(), contact);
        conversations.separate(there, command.at());
        return command.in(there, contact);
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
