package io.chatledger.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.contact.ContactCommand.CertifyErasure;
import io.chatledger.kernel.contact.ContactCommand.RecordConsent;
import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ErasureCertified;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A customer: a name and a set of identities, none of them mandatory. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Contact {

    static final String CHANGED = "contact-changed";

    @AggregateIdentifier
    private ContactId id;

    private final ContactState state = new ContactState();

    Contact() {}

    void create(ContactId proposed, @Nullable String profileName, Instant at) {
        apply(new ContactCreated(proposed, profileName, at));
    }

    void observeName(@Nullable String profileName, Instant at) {
        if (profileName != null && !profileName.equals(state.name)) {
            apply(new ProfileNameChanged(id, profileName, at));
        }
    }

    /** @param preferred whether this is the one to write to from now on, if the contact has several of the kind */
    void link(Identity identity, boolean preferred, Instant at) {
        boolean known = state.identities.contain(identity);
        if (!known) {
            // A number is kept in the way in which it was spelled last.
            unlink(identity, at);
        }
        if (!known || (preferred && !state.identities.isNewest(identity))) {
            apply(new IdentityLinked(id, identity, at));
        }
    }

    /** Somebody else has turned out to be the one who has this identity. */
    void unlink(Identity identity, Instant at) {
        state.identities.sameAs(identity).forEach(mine -> apply(new IdentityUnlinked(id, mine, at)));
    }

    boolean has(Identity identity) {
        return state.identities.has(identity);
    }

    List<Identity> identities() {
        return state.identities.all();
    }

    boolean hasUserId() {
        return state.identities.has(IdentityType.bsuid);
    }

    /** Whether it had one when it was erased. */
    boolean hadUserId() {
        return state.hadUserId;
    }

    /** Whether nothing speaks against being one person with somebody who has those. */
    boolean mayBe(List<Identity> others) {
        return state.identities.mayBe(others);
    }

    /** @throws DomainProblem {@code not-found} where it is no contact */
    Instant createdAt() {
        if (state.createdAt == null) {
            throw DomainProblem.notFound("contact");
        }
        return state.createdAt;
    }

    boolean isErased() {
        return state.erased;
    }

    Lineage lineage() {
        return state.lineage;
    }

    /**
     * @throws DomainProblem {@code person-erased}; {@code already-merged}
     */
    void mustStandForItself() {
        mustBeRemembered();
        state.lineage.mustStandForItself();
    }

    /** @throws DomainProblem {@code not-found}; {@code person-erased} */
    void mustBeRemembered() {
        if (state.createdAt == null) {
            // The stream of a claim: its id is a contact's only by form.
            throw DomainProblem.notFound("contact");
        }
        if (state.erased) {
            throw DomainProblem.conflict("person-erased", "This person has been erased.");
        }
    }

    Joining joining() {
        return new Joining(id, state);
    }

    /** Does nothing where the contact has none of the old identities any more, or none of the new ones is free. */
    void changeNumber(List<Identity> from, List<Identity> to, Instant at) {
        List<Identity> left = from.stream()
                .flatMap(old -> state.identities.sameAs(old).stream())
                .filter(mine -> to.stream().noneMatch(mine::isSameAs))
                .toList();
        if (left.isEmpty() || to.isEmpty()) {
            return;
        }
        Identity first = left.getFirst();
        Identity replacement = to.stream()
                .filter(identity -> identity.type() == first.type())
                .findFirst()
                .orElse(to.getFirst());
        apply(new NumberChanged(id, first, replacement, at));
        left.stream().skip(1).forEach(identity -> unlink(identity, at));
    }

    /**
     * @param expected all its identities, as far as the claims that end are theirs
     * @return whether the certificate is still due
     */
    boolean erase(Set<Identity> expected, String reason, long upToArrival, Instant at) {
        if (!state.erased) {
            mustBeRemembered();
        }
        if (!state.erased && !Set.copyOf(identities()).equals(expected)) {
            throw DomainProblem.conflict(CHANGED, "The contact has just been given another identity.");
        }
        if (!state.erased) {
            apply(new ContactErased(id, reason, upToArrival, at));
        }
        return !state.certified;
    }

    @CommandHandler
    void handle(RecordConsent command) {
        mustStandForItself();
        apply(new ConsentRecorded(
                id, command.purpose(), command.granted(), command.source(), command.givenAt(), command.at()));
    }

    @CommandHandler
    void handle(CertifyErasure command) {
        if (state.erased && !state.certified) {
            apply(new ErasureCertified(id, command.keys(), command.journalBodies(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(OfContact event) {
        id = event.contactId();
        state.on(event);
    }
}
