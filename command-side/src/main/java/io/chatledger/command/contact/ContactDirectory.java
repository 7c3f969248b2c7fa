package io.chatledger.command.contact;

import io.chatledger.command.ContactTalks;
import io.chatledger.command.claim.Claims;
import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.Occasion;
import io.chatledger.kernel.contact.ContactCommand.RecogniseSender;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person behind what a provider says of a sender. Claims and contact are written in one append, so two
 * messages of a new customer that arrive at once give one contact; and where what is said of one sender leads to two
 * contacts, they become one in the same append.
 */
final class ContactDirectory {

    private final Repository<Contact> contacts;
    private final Claims claims;
    private final ContactTalks talks;
    private final Merging merging;
    private final Inference inference;
    private final ErasedSenders erased;

    ContactDirectory(Repository<Contact> contacts, Claims claims, ContactTalks talks, Merging merging) {
        this.contacts = contacts;
        this.claims = claims;
        this.talks = talks;
        this.merging = merging;
        this.inference = new Inference(contacts, merging);
        this.erased = new ErasedSenders(contacts, claims);
    }

    /** Null where the sender has been erased since the message arrived. */
    @CommandHandler
    @Nullable
    ContactId handle(ResolveContact command) throws Exception {
        List<ClaimableIdentity> said = command.identities();
        Holders holders = holders(said);
        if (erased.takeIn(said, holders, command.arrival(), command.at())) {
            return null;
        }
        Optional<ContactId> known = holders.known(said);
        if (known.isEmpty()) {
            Optional<ContactId> sender = sender(command.occasion());
            if (sender.isPresent() && !mayBe(sender.get(), said)) {
                // Whoever sent the message is somebody else by now; it has been received, so nobody new is needed.
                return sender.get();
            }
            known = sender;
        }
        ContactId id = known.isPresent() ? inference.united(known.get(), holders, command) : command.proposed();
        Aggregate<Contact> contact = open(id, known.isPresent(), command.profileName(), command.at());
        if (known.isPresent()) {
            contact.execute(c -> c.observeName(command.profileName(), command.at()));
        }
        link(contact, id, inference.without(said, id, holders), holders, command.at());
        return id;
    }

    /**
     * Where nobody is known by the old number, whoever has written from the new one already is the person. Null where the
     * person has been erased since the news arrived.
     */
    @CommandHandler
    @Nullable
    ContactId handle(ChangeNumber command) throws Exception {
        List<ClaimableIdentity> all =
                Stream.concat(command.from().stream(), command.to().stream()).toList();
        Holders holders = holders(all);
        if (erased.takeIn(all, holders, command.arrival(), command.at())) {
            return null;
        }
        Optional<ContactId> former = holders.known(command.from());
        Optional<ContactId> known = former.or(() -> holders.known(command.to()));
        ContactId id = former.isPresent()
                ? inference.united(former.get(), holders, command)
                : known.orElse(command.proposed());
        Aggregate<Contact> contact = open(id, known.isPresent(), null, command.at());
        if (former.isEmpty()) {
            link(contact, id, command.from(), holders, command.at());
        }
        List<ClaimableIdentity> to = inference.without(command.to(), id, holders);
        link(contact, id, to, holders, command.at());
        contact.execute(c -> c.changeNumber(identities(command.from()), identities(to), command.at()));
        return id;
    }

    /** Answers who stands for the sender. */
    @CommandHandler
    ContactId handle(RecogniseSender command) {
        ContactId contact = merging.survivor(command.contactId());
        return sender(command.occasion())
                .filter(sender -> !sender.equals(contact))
                .filter(sender -> merging.mayBeOne(sender, contact))
                .map(sender -> merging.unite(sender, contact, command.occasion().channel(), command.at()))
                .orElse(contact);
    }

    private Holders holders(List<ClaimableIdentity> identities) {
        return new Holders(contacts, claims, identities);
    }

    /** Who sent the same message before, under whatever identity. */
    private Optional<ContactId> sender(@Nullable Occasion occasion) {
        return Optional.ofNullable(occasion)
                .map(Occasion::message)
                .map(talks::sender)
                .filter(sender -> !contacts.load(sender.value()).invoke(Contact::isErased))
                .map(merging::survivor);
    }

    private boolean mayBe(ContactId contact, List<ClaimableIdentity> said) {
        return contacts.load(contact.value()).invoke(c -> c.mayBe(identities(said)));
    }

    private Aggregate<Contact> open(ContactId id, boolean known, @Nullable String name, Instant at) throws Exception {
        if (known) {
            return contacts.load(id.value());
        }
        Aggregate<Contact> contact = contacts.loadOrCreate(id.value(), Contact::new);
        contact.execute(c -> c.create(id, name, at));
        return contact;
    }

    private void link(
            Aggregate<Contact> contact, ContactId id, List<ClaimableIdentity> identities, Holders holders, Instant at) {
        Set<IdentityType> seen = EnumSet.noneOf(IdentityType.class);
        for (ClaimableIdentity each : identities) {
            boolean first = seen.add(each.identity().type());
            contact.execute(c -> c.link(each.identity(), first, at));
            holders.give(each, id, at);
        }
    }

    private static List<Identity> identities(List<ClaimableIdentity> claimable) {
        return claimable.stream().map(ClaimableIdentity::identity).toList();
    }
}
