package io.chatledger.command.contact;

import io.chatledger.command.ContactTalks;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.problem.DomainProblem;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Lets messages be written only to whom they can be sent: whose only number somebody else has by now has no address
 * until they write again. Asked after the command itself, so that what does not exist or does not fit is told first.
 */
final class ReachableOnly implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Repository<Contact> contacts;
    private final ContactTalks talks;

    ReachableOnly(Repository<Contact> contacts, ContactTalks talks) {
        this.contacts = contacts;
        this.talks = talks;
    }

    /** @throws DomainProblem {@code no-address}; {@code person-erased} */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        if (unitOfWork.getMessage().getPayload() instanceof SendMessage send) {
            ContactId contact = talks.with(send.conversationId());
            if (contact != null) {
                mustBeReachable(contact);
            }
        }
        return answer;
    }

    private void mustBeReachable(ContactId contact) {
        contacts.load(contact.value()).execute(Contact::mustBeRemembered);
        ContactId person =
                contacts.load(contact.value()).invoke(c -> c.lineage().standsFor(contact));
        if (contacts.load(person.value()).invoke(Contact::identities).stream().noneMatch(Identity::identifies)) {
            throw DomainProblem.conflict(
                    "no-address",
                    "Nobody knows this customer's number or user id any more; they can be answered once they write.");
        }
    }
}
