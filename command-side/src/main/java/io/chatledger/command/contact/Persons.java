package io.chatledger.command.contact;

import io.chatledger.command.claim.Claims;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactCommand.ListContacts;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.ContactCommand.MergeContacts;
import io.chatledger.kernel.contact.ContactCommand.UnmergeContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** What is done with a person as a whole, whichever of their contacts is named. */
final class Persons {

    private final Repository<Contact> contacts;
    private final Claims claims;
    private final Merging merging;

    Persons(Repository<Contact> contacts, Claims claims, Merging merging) {
        this.contacts = contacts;
        this.claims = claims;
        this.merging = merging;
    }

    @CommandHandler
    void handle(MergeContacts command) {
        merging.merge(command.contactId(), command.into(), null, command.at());
    }

    @CommandHandler
    void handle(UnmergeContact command) {
        merging.unmerge(command.contactId(), command.merged(), command.at());
    }

    @CommandHandler
    List<Identity> handle(ListIdentities command) {
        return contacts.load(merging.survivor(command.contactId()).value()).invoke(Contact::identities);
    }

    @CommandHandler
    List<ContactId> handle(ListContacts command) {
        return merging.all(command.contactId());
    }

    /** Answers whether a certificate is still due. */
    @CommandHandler
    boolean handle(EraseContact command) {
        List<ContactId> person = merging.all(command.contactId());
        ContactId survivor = person.getFirst();
        Set<Identity> expected =
                command.identities().stream().map(ClaimableIdentity::identity).collect(Collectors.toSet());
        boolean due = false;
        for (ContactId each : person) {
            Set<Identity> theirs = each.equals(survivor) ? expected : Set.of();
            due |= contacts.load(each.value())
                    .invoke(contact -> contact.erase(theirs, command.reason(), command.upToArrival(), command.at()));
        }
        List<ClaimableIdentity> all = Stream.concat(command.identities().stream(), command.former().stream())
                .toList();
        new Holders(contacts, claims, all).release(person, command.upToArrival(), command.at());
        return due;
    }
}
