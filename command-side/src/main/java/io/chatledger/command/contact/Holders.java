package io.chatledger.command.contact;

import io.chatledger.command.claim.Claims;
import io.chatledger.command.claim.Possession;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactEvent.IdentityReleased;
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
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Who is known by which identity at this moment, as far as one decision needs it. */
final class Holders {

    private final Repository<Contact> contacts;
    private final Claims claims;
    /** Without those that nobody has ever claimed. */
    private final Map<ClaimId, @Nullable ContactId> byClaim = new LinkedHashMap<>();

    Holders(Repository<Contact> contacts, Claims claims, Collection<ClaimableIdentity> identities) {
        this.contacts = contacts;
        this.claims = claims;
        // Always in the same order, so that two commands seldom wait for each other's locks.
        identities.stream()
                .flatMap(each -> each.claims().stream())
                .distinct()
                .sorted(Comparator.comparing(ClaimId::value))
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

    /**
     * Gives the identity to a contact, and takes it from whoever had it.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if somebody else has been given it since
     */
    void give(ClaimableIdentity each, ContactId contact, Instant at) {
        for (ClaimId claim : each.claims()) {
            ContactId person = person(claim);
            if (contact.equals(person)) {
                continue;
            }
            claims.takeAsFound(byClaim.get(claim), new IdentityClaimed(claim, contact, at));
            byClaim.put(claim, contact);
            if (person != null) {
                contacts.load(person.value()).execute(c -> c.unlink(each.identity(), at));
            }
        }
    }

    /** Nobody has the identities any more, as far as they are one of the contacts'. */
    void release(List<ContactId> person, long upToArrival, Instant at) {
        for (ClaimId claim : byClaim.keySet()) {
            person.forEach(each -> claims.release(new IdentityReleased(claim, each, upToArrival, at)));
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
    boolean knows(ClaimId claim) {
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
    private @Nullable ContactId person(ClaimId claim) {
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

    private void look(ClaimId claim) {
        Possession possession = claims.find(claim);
        if (possession != Possession.NONE) {
            byClaim.put(claim, (ContactId) possession.holder());
        }
    }
}
