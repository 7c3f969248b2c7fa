package io.chatledger.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.contact.ContactCommand.CertifyErasure;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
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
import java.util.LinkedHashSet;
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

    private @Nullable String name;
    private final Set<Identity> identities = new LinkedHashSet<>();
    private boolean erased;
    private boolean certified;

    Contact() {}

    void create(ContactId proposed, @Nullable String profileName, Instant at) {
        apply(new ContactCreated(proposed, profileName, at));
    }

    void observeName(@Nullable String profileName, Instant at) {
        if (profileName != null && !profileName.equals(name)) {
            apply(new ProfileNameChanged(id, profileName, at));
        }
    }

    /** @param preferred whether this is the one to write to from now on, if the contact has several of the kind */
    void link(Identity identity, boolean preferred, Instant at) {
        if (!identities.contains(identity) || (preferred && !identity.equals(newest(identity.type())))) {
            apply(new IdentityLinked(id, identity, at));
        }
    }

    /** Somebody else has turned out to be the one who has this identity. */
    void unlink(Identity identity, Instant at) {
        if (identities.contains(identity)) {
            apply(new IdentityUnlinked(id, identity, at));
        }
    }

    boolean hasUserId() {
        return identities.stream().anyMatch(identity -> identity.type() == IdentityType.bsuid);
    }

    /** Does nothing where the contact has none of the old identities any more. */
    void changeNumber(List<Identity> from, List<Identity> to, Instant at) {
        List<Identity> left = from.stream()
                .filter(identity -> identities.contains(identity) && !to.contains(identity))
                .toList();
        if (left.isEmpty()) {
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
        if (!erased && !identities.equals(expected)) {
            throw DomainProblem.conflict(CHANGED, "The contact has just been given another identity.");
        }
        if (!erased) {
            apply(new ContactErased(id, reason, upToArrival, at));
        }
        return !certified;
    }

    private @Nullable Identity newest(IdentityType type) {
        return identities.stream()
                .filter(identity -> identity.type() == type)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    @CommandHandler
    List<Identity> handle(ListIdentities command) {
        return List.copyOf(identities);
    }

    @CommandHandler
    void handle(RecordConsent command) {
        if (erased) {
            throw DomainProblem.conflict("person-erased", "This person has been erased.");
        }
        apply(new ConsentRecorded(
                id, command.purpose(), command.granted(), command.source(), command.givenAt(), command.at()));
    }

    @CommandHandler
    void handle(CertifyErasure command) {
        if (erased && !certified) {
            apply(new ErasureCertified(id, command.keys(), command.journalBodies(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(OfContact event) {
        switch (event) {
            case ContactCreated e -> {
                id = e.contactId();
                name = e.name();
            }
            case ProfileNameChanged e -> name = e.name();
            case IdentityLinked e -> append(e.identity());
            case IdentityUnlinked e -> identities.remove(e.identity());
            case NumberChanged e -> {
                identities.remove(e.from());
                append(e.to());
            }
            case ConsentRecorded e -> {}
            case ContactErased e -> {
                erased = true;
                name = null;
                identities.clear();
            }
            case ErasureCertified e -> certified = true;
        }
    }

    /** The newest number or name is the one to write to. */
    private void append(Identity identity) {
        identities.remove(identity);
        identities.add(identity);
    }
}
