package io.chatledger.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactCommand.CertifyErasure;
import io.chatledger.kernel.contact.ContactCommand.RecordConsent;
import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactSeparated;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactEvent.ErasureCertified;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactEvent.SurvivorChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<String, ConsentRecorded> consents = new LinkedHashMap<>();
    private final Lineage lineage = new Lineage();
    private @Nullable Instant createdAt;
    private boolean everHadUserId;
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
        boolean known = identities.contains(identity);
        if (!known) {
            // A number is kept in the way in which it was spelled last.
            unlink(identity, at);
        }
        if (!known || (preferred && !identity.equals(newest(identity.type())))) {
            apply(new IdentityLinked(id, identity, at));
        }
    }

    /** Somebody else has turned out to be the one who has this identity. */
    void unlink(Identity identity, Instant at) {
        identities.stream()
                .filter(identity::isSameAs)
                .toList()
                .forEach(mine -> apply(new IdentityUnlinked(id, mine, at)));
    }

    boolean has(Identity identity) {
        return identities.stream().anyMatch(identity::isSameAs);
    }

    List<Identity> identities() {
        return List.copyOf(identities);
    }

    /**
     * Whether nothing speaks against being one person: nobody has two user ids or two numbers at a time, unless a
     * provider says that one has followed the other.
     */
    boolean mayBe(List<Identity> others) {
        return agree(IdentityType.bsuid, others) && agree(IdentityType.phone, others);
    }

    private boolean agree(IdentityType type, List<Identity> others) {
        List<Identity> theirs =
                others.stream().filter(one -> one.type() == type).toList();
        return theirs.isEmpty()
                || identities.stream().noneMatch(one -> one.type() == type)
                || theirs.stream().anyMatch(this::has);
    }

    /** @throws DomainProblem {@code not-found} where it is no contact */
    Instant createdAt() {
        if (createdAt == null) {
            throw DomainProblem.notFound("contact");
        }
        return createdAt;
    }

    /** Also of somebody erased, of whom nothing else is known. */
    boolean everHadUserId() {
        return everHadUserId;
    }

    boolean isErased() {
        return erased;
    }

    Lineage lineage() {
        return lineage;
    }

    /**
     * @throws DomainProblem {@code person-erased}; {@code already-merged}
     */
    void mustStandForItself() {
        mustBeRemembered();
        lineage.mustStandForItself();
    }

    /** @throws DomainProblem {@code not-found}; {@code person-erased} */
    void mustBeRemembered() {
        if (createdAt == null) {
            // The stream of a claim: its id is a contact's only by form.
            throw DomainProblem.notFound("contact");
        }
        if (erased) {
            throw DomainProblem.conflict("person-erased", "This person has been erased.");
        }
    }

    /**
     * @param channels on which its conversations go on elsewhere
     * @throws DomainProblem as {@link #mustStandForItself}
     */
    Carried mergeInto(ContactId into, List<ChannelId> channels, Instant at) {
        mustStandForItself();
        Carried carried = new Carried(name, List.copyOf(identities), List.copyOf(consents.values()));
        apply(new ContactMerged(id, into, channels, at));
        return carried;
    }

    /** @param along those who had been merged into the other contact before */
    void absorb(ContactId merged, List<ContactId> along, Carried carried, Instant at) {
        apply(new ContactAbsorbed(id, merged, null, at));
        along.forEach(each -> apply(new ContactAbsorbed(id, each, merged, at)));
        if (name == null) {
            observeName(carried.name(), at);
        }
        carried.identities().stream()
                .filter(identity -> !has(identity))
                .forEach(identity -> apply(new IdentityLinked(id, identity, at)));
        carried.consents().forEach(consent -> takeOver(consent, at));
    }

    /** Whatever was said last about a purpose holds, whichever of the two it was said to. */
    private void takeOver(ConsentRecorded theirs, Instant at) {
        ConsentRecorded mine = consents.get(theirs.purpose());
        if (mine == null || mine.givenAt().isBefore(theirs.givenAt())) {
            apply(new ConsentRecorded(id, theirs.purpose(), theirs.granted(), theirs.source(), theirs.givenAt(), at));
        }
    }

    void follow(ContactId survivor, Instant at) {
        apply(new SurvivorChanged(id, survivor, at));
    }

    /** @return what it had when it was merged */
    List<Identity> unmerge(Instant at) {
        List<Identity> had = lineage.former();
        apply(new ContactUnmerged(id, lineage.standsFor(id), at));
        return had;
    }

    void separate(ContactId merged, List<ContactId> along, Instant at) {
        apply(new ContactSeparated(id, merged, at));
        along.forEach(each -> apply(new ContactSeparated(id, each, at)));
    }

    boolean hasUserId() {
        return identities.stream().anyMatch(identity -> identity.type() == IdentityType.bsuid);
    }

    /** Does nothing where the contact has none of the old identities any more, or none of the new ones is free. */
    void changeNumber(List<Identity> from, List<Identity> to, Instant at) {
        List<Identity> left = from.stream()
                .flatMap(old -> identities.stream().filter(old::isSameAs))
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
        if (!erased) {
            mustBeRemembered();
        }
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
    void handle(RecordConsent command) {
        mustStandForItself();
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
                createdAt = e.at();
            }
            case ProfileNameChanged e -> name = e.name();
            case IdentityLinked e -> append(e.identity());
            case IdentityUnlinked e -> identities.remove(e.identity());
            case NumberChanged e -> {
                identities.remove(e.from());
                append(e.to());
            }
            case ConsentRecorded e -> consents.put(e.purpose(), e);
            case ContactMerged e -> {
                lineage.merged(e, identities);
                identities.clear();
            }
            case ContactAbsorbed e -> lineage.absorbed(e, identities);
            case SurvivorChanged e -> lineage.follow(e.survivor());
            case ContactUnmerged e -> lineage.unmerged(e);
            case ContactSeparated e -> lineage.separated(e.merged());
            case ContactErased e -> {
                erased = true;
                name = null;
                identities.clear();
                lineage.forget();
            }
            case ErasureCertified e -> certified = true;
        }
    }

    /** The newest number or name is the one to write to. */
    private void append(Identity identity) {
        everHadUserId |= identity.type() == IdentityType.bsuid;
        identities.remove(identity);
        identities.add(identity);
    }
}
