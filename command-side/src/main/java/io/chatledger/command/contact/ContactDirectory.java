package io.chatledger.command.contact;

import io.chatledger.command.ContactTalks;
import io.chatledger.command.IdentityClaims;
import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactCommand.ListContacts;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.ContactCommand.MergeContacts;
import io.chatledger.kernel.contact.ContactCommand.Occasion;
import io.chatledger.kernel.contact.ContactCommand.RecogniseSender;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactCommand.UnmergeContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** By how much a provider's clock may run ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Repository<Contact> contacts;
    private final Repository<IdentityClaim> claims;
    private final ContactTalks talks;
    private final Merging merging;
    private final ErasedSenders erased;

    ContactDirectory(
            Repository<Contact> contacts, Repository<IdentityClaim> claims, IdentityClaims names, ContactTalks talks) {
        this.contacts = contacts;
        this.claims = claims;
        this.talks = talks;
        this.merging = new Merging(contacts, claims, names, talks);
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
        ContactId id = known.isPresent() ? united(known.get(), holders, command) : command.proposed();
        Aggregate<Contact> contact = open(id, known.isPresent(), command.profileName(), command.at());
        if (known.isPresent()) {
            contact.execute(c -> c.observeName(command.profileName(), command.at()));
        }
        link(contact, id, without(said, id, holders), holders, command.at());
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
        ContactId id = former.isPresent() ? united(former.get(), holders, command) : known.orElse(command.proposed());
        Aggregate<Contact> contact = open(id, known.isPresent(), null, command.at());
        if (former.isEmpty()) {
            link(contact, id, command.from(), holders, command.at());
        }
        List<ClaimableIdentity> to = without(command.to(), id, holders);
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
    boolean handle(EraseContact command) throws Exception {
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
        holders(all).release(person, command.upToArrival(), command.at());
        return due;
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

    /** One person has all that is said of one sender, unless something speaks against it. */
    private ContactId united(ContactId known, Holders holders, ResolveContact command) {
        Occasion occasion = command.occasion();
        ContactId id = known;
        for (ContactId other : holders.having(command.identities()).toList()) {
            if (!other.equals(id) && merging.mayBeOne(id, other)) {
                id = merging.unite(id, other, occasion == null ? null : occasion.channel(), command.at());
                holders.refresh();
            }
        }
        return id;
    }

    /**
     * Whoever has written under the new identity already is the person who moved to it. User ids are never handed on,
     * but numbers are: one that was in use before it was moved to has been another person's.
     */
    private ContactId united(ContactId known, Holders holders, ChangeNumber command) {
        ContactId id = known;
        for (ClaimableIdentity each : command.to()) {
            for (ContactId other : holders.having(List.of(each)).toList()) {
                boolean moved = each.identity().type() == IdentityType.bsuid || isNew(other, command);
                if (!other.equals(id) && moved && !merging.wereParted(id, other)) {
                    id = merging.unite(id, other, command.occasion().channel(), command.at());
                    holders.refresh();
                }
            }
        }
        return id;
    }

    /** What is said of a sender without what stays with others, who have been told apart from the sender. */
    private List<ClaimableIdentity> without(List<ClaimableIdentity> said, ContactId sender, Holders holders) {
        return said.stream()
                .filter(each -> holders.having(List.of(each))
                        .filter(other -> !other.equals(sender) && merging.wereParted(sender, other))
                        .noneMatch(other -> keeps(other, each.identity())))
                .toList();
    }

    /** A number goes to whoever writes from it, as ever, where there is a user id left to know its owner by. */
    private boolean keeps(ContactId contact, Identity identity) {
        return identity.type() != IdentityType.phone
                || !contacts.load(contact.value()).invoke(Contact::hasUserId);
    }

    private boolean isNew(ContactId contact, ChangeNumber command) {
        Instant earliest = command.occasion().sentAt().minus(CLOCKS_APART);
        return contacts.load(contact.value())
                .invoke(c -> !c.hasUserId() && !c.createdAt().isBefore(earliest));
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
            Aggregate<Contact> contact, ContactId id, List<ClaimableIdentity> identities, Holders holders, Instant at)
            throws Exception {
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
