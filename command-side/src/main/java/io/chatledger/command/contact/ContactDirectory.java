package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person behind what a provider says of a sender. Claims and contact are written in one append, so two
 * messages of a new customer that arrive at once give one contact.
 */
final class ContactDirectory {

    private final Repository<Contact> contacts;
    private final Repository<IdentityClaim> claims;
    private final ErasedSenders erased;

    ContactDirectory(Repository<Contact> contacts, Repository<IdentityClaim> claims) {
        this.contacts = contacts;
        this.claims = claims;
        this.erased = new ErasedSenders(claims);
    }

    /** Null where the sender has been erased since the message arrived. */
    @CommandHandler
    @Nullable
    ContactId handle(ResolveContact command) throws Exception {
        Map<ClaimableIdentity, @Nullable ContactId> holders = holders(command.identities());
        if (erased.takeIn(command.identities(), holders, command.arrival(), command.at())) {
            return null;
        }
        Optional<ContactId> known = known(command.identities(), holders);
        ContactId id = known.orElse(command.proposed());
        Aggregate<Contact> contact = open(id, known.isPresent(), command.profileName(), command.at());
        if (known.isPresent()) {
            contact.execute(c -> c.observeName(command.profileName(), command.at()));
        }
        link(contact, id, command.identities(), holders, command.at());
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
        Map<ClaimableIdentity, @Nullable ContactId> holders = holders(all);
        if (erased.takeIn(all, holders, command.arrival(), command.at())) {
            return null;
        }
        Optional<ContactId> former = known(command.from(), holders);
        Optional<ContactId> known = former.or(() -> known(command.to(), holders));
        ContactId id = known.orElse(command.proposed());
        Aggregate<Contact> contact = open(id, known.isPresent(), null, command.at());
        if (former.isEmpty()) {
            link(contact, id, command.from(), holders, command.at());
        }
        link(contact, id, command.to(), holders, command.at());
        contact.execute(c -> c.changeNumber(identities(command.from()), identities(command.to()), command.at()));
        return id;
    }

    /** Answers whether a certificate is still due. */
    @CommandHandler
    boolean handle(EraseContact command) throws Exception {
        Set<Identity> expected =
                command.identities().stream().map(ClaimableIdentity::identity).collect(Collectors.toSet());
        boolean due = contacts.load(command.contactId().value())
                .invoke(contact -> contact.erase(expected, command.reason(), command.upToArrival(), command.at()));
        for (ClaimableIdentity each : all(command)) {
            claims.load(String.valueOf(each.claim()))
                    .execute(c -> c.release(command.contactId(), command.upToArrival(), command.at()));
        }
        return due;
    }

    /** What is called for the first time has no claim, and a number that was left may still be claimed. */
    private Set<ClaimableIdentity> all(EraseContact command) {
        List<ClaimableIdentity> all = Stream.concat(command.identities().stream(), command.former().stream())
                .toList();
        return holders(all).keySet();
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
            Aggregate<Contact> contact,
            ContactId id,
            List<ClaimableIdentity> identities,
            Map<ClaimableIdentity, @Nullable ContactId> holders,
            Instant at)
            throws Exception {
        Set<IdentityType> seen = EnumSet.noneOf(IdentityType.class);
        for (ClaimableIdentity each : identities) {
            boolean first = seen.add(each.identity().type());
            contact.execute(c -> c.link(each.identity(), first, at));
            ContactId holder = holders.get(each);
            ContactId claim = each.claim();
            if (claim == null || id.equals(holder)) {
                continue;
            }
            claims.loadOrCreate(claim.value(), IdentityClaim::new).execute(c -> c.give(claim, id, holder, at));
            if (holder != null) {
                contacts.load(holder.value()).execute(c -> c.unlink(each.identity(), at));
            }
        }
    }

    private static List<Identity> identities(List<ClaimableIdentity> claimable) {
        return claimable.stream().map(ClaimableIdentity::identity).toList();
    }

    /**
     * The most reliable identity decides. A phone number that is held by a contact with another user id has been
     * handed on to somebody else, so it does not count against a user id that is new.
     */
    private Optional<ContactId> known(
            List<ClaimableIdentity> identities, Map<ClaimableIdentity, @Nullable ContactId> holders) {
        boolean newUserId = identities.stream()
                .anyMatch(each -> each.identity().type() == IdentityType.bsuid && holders.get(each) == null);
        return identities.stream()
                .map(holders::get)
                .filter(holder -> holder != null)
                .map(ContactId.class::cast)
                .filter(holder -> !newUserId || !hasUserId(holder))
                .findFirst();
    }

    private boolean hasUserId(ContactId holder) {
        return contacts.load(holder.value()).invoke(Contact::hasUserId);
    }

    /** Without those that nobody has ever claimed. */
    private Map<ClaimableIdentity, @Nullable ContactId> holders(List<ClaimableIdentity> identities) {
        Map<ClaimableIdentity, @Nullable ContactId> holders = new LinkedHashMap<>();
        // Always in the same order, so that two commands seldom wait for each other's locks.
        identities.stream()
                .filter(each -> each.claim() != null)
                .sorted(Comparator.comparing(each -> String.valueOf(each.claim())))
                .forEach(each ->
                        claim(each).ifPresent(claim -> holders.put(each, claim.invoke(IdentityClaim::holder))));
        return holders;
    }

    private Optional<Aggregate<IdentityClaim>> claim(ClaimableIdentity identity) {
        try {
            return Optional.of(claims.load(String.valueOf(identity.claim())));
        } catch (AggregateNotFoundException unclaimed) {
            return Optional.empty();
        }
    }
}
