package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Who is known by which identity at this moment, as far as one decision needs it. */
final class Holders {

    private final Repository<Contact> contacts;
    private final Repository<IdentityClaim> claims;
    /** Without those that nobody has ever claimed. */
    private final Map<ContactId, @Nullable ContactId> byClaim = new LinkedHashMap<>();

    Holders(Repository<Contact> contacts, Repository<IdentityClaim> claims, Collection<ClaimableIdentity> identities) {
        this.contacts = contacts;
        this.claims = claims;
        // Always in the same order, so that two commands seldom wait for each other's locks.
        identities.stream()
                .flatMap(each -> each.claims().stream())
                .distinct()
                .sorted(Comparator.comparing(ContactId::value))
                .forEach(this::look);
    }

    /**
     * The most reliable identity decides. A phone number that is held by a contact with another user id has been
     * handed on to somebody else, so it does not count against a user id that is new.
     */
    Optional<ContactId> known(List<ClaimableIdentity> identities) {
        boolean newUserId = identities.stream()
                .anyMatch(each -> each.identity().type() == IdentityType.bsuid && person(each) == null);
        return people(identities)
                .filter(person -> !newUserId || !of(person, Contact::hasUserId))
                .findFirst();
    }

    /** Who has one of the identities; not who had it, though a claim may still lead there. */
    Stream<ContactId> having(List<ClaimableIdentity> identities) {
        return identities.stream()
                .flatMap(each -> each.claims().stream()
                        .map(this::person)
                        .filter(Objects::nonNull)
                        .filter(person -> of(person, contact -> contact.has(each.identity()))))
                .distinct();
    }

    /** Gives the identity to a contact, and takes it from whoever had it. */
    void give(ClaimableIdentity each, ContactId contact, Instant at) throws Exception {
        for (ContactId claim : each.claims()) {
            ContactId person = person(claim);
            if (contact.equals(person)) {
                continue;
            }
            ContactId holder = byClaim.get(claim);
            claims.loadOrCreate(claim.value(), IdentityClaim::new).execute(c -> c.give(claim, contact, holder, at));
            byClaim.put(claim, contact);
            if (person != null) {
                contacts.load(person.value()).execute(c -> c.unlink(each.identity(), at));
            }
        }
    }

    /** Nobody has the identities any more, as far as they are one of the contacts'. */
    void release(List<ContactId> person, long upToArrival, Instant at) {
        for (ContactId claim : byClaim.keySet()) {
            Aggregate<IdentityClaim> known = claims.load(claim.value());
            person.forEach(each -> known.execute(c -> c.release(each, upToArrival, at)));
        }
    }

    /**
     * Looks again at what this decision itself may have moved. What was not there stays away: who has claimed it
     * meanwhile makes the decision void.
     */
    void refresh() {
        List.copyOf(byClaim.keySet()).forEach(this::look);
    }

    /** Whether anybody has ever claimed it. */
    boolean knows(ContactId claim) {
        return byClaim.containsKey(claim);
    }

    private Stream<ContactId> people(List<ClaimableIdentity> identities) {
        return identities.stream().map(this::person).filter(Objects::nonNull).map(ContactId.class::cast);
    }

    /** Who has the identity; null where nobody has. */
    @Nullable
    ContactId person(ClaimableIdentity each) {
        return each.claims().stream()
                .map(this::person)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Who stands for the holder of a claim; null where nobody holds it, or somebody who has been erased. */
    private @Nullable ContactId person(ContactId claim) {
        ContactId holder = byClaim.get(claim);
        return holder == null
                ? null
                : of(
                        holder,
                        contact -> contact.isErased() ? null : contact.lineage().standsFor(holder));
    }

    private <T> T of(ContactId contact, Function<Contact, T> question) {
        return contacts.load(contact.value()).invoke(question);
    }

    private void look(ContactId claim) {
        try {
            byClaim.put(claim, claims.load(claim.value()).invoke(IdentityClaim::holder));
        } catch (AggregateNotFoundException neverClaimed) {
            return;
        }
    }
}
