package io.chatledger.command.contact;

import io.chatledger.command.ContactTalks;
import io.chatledger.command.claim.Claims;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Makes one person of two contacts, and two of one again; all in the append of the command in hand. */
final class Merging {

    private final Repository<Contact> contacts;
    private final Claims claims;
    private final IdentityClaims names;
    private final ContactTalks talks;

    Merging(Repository<Contact> contacts, Claims claims, IdentityClaims names, ContactTalks talks) {
        this.contacts = contacts;
        this.claims = claims;
        this.names = names;
        this.talks = talks;
    }

    /** Who stands for the contact. */
    ContactId survivor(ContactId contact) {
        return of(contact, c -> c.lineage().standsFor(contact));
    }

    /** All contacts that are one person, whoever stands for them first. */
    List<ContactId> all(ContactId contact) {
        ContactId survivor = survivor(contact);
        return Stream.concat(Stream.of(survivor), along(survivor).stream()).toList();
    }

    /** Whether two who stand for themselves may be taken for one person by what a message says. */
    boolean mayBeOne(ContactId one, ContactId other) {
        List<Identity> theirs = of(other, Contact::identities);
        return of(one, contact -> contact.mayBe(theirs)) && !wereParted(one, other);
    }

    /** Whether a person has said that they, or any who were merged into them, are two: no message outweighs that. */
    boolean wereParted(ContactId one, ContactId other) {
        List<ContactId> these = all(one);
        List<ContactId> those = all(other);
        return isParted(these, those) || isParted(those, these);
    }

    private boolean isParted(List<ContactId> these, List<ContactId> those) {
        return these.stream().anyMatch(each -> of(each, c -> c.lineage().isPartedFrom(those)));
    }

    /** @return who stands for both from now on: who has been known for longer, whichever way they met */
    ContactId unite(ContactId one, ContactId other, @Nullable ChannelId channel, Instant at) {
        List<ContactId> byAge = Stream.of(one, other)
                .sorted(Comparator.comparing((ContactId contact) -> of(contact, Contact::createdAt))
                        .thenComparing(ContactId::value))
                .toList();
        merge(byAge.getLast(), byAge.getFirst(), channel, at);
        return byAge.getFirst();
    }

    /** @throws DomainProblem {@code not-found}; {@code person-erased}; {@code already-merged} */
    void merge(ContactId contact, ContactId into, @Nullable ChannelId channel, Instant at) {
        change(into, Contact::mustStandForItself);
        change(contact, Contact::mustStandForItself);
        List<ContactId> along = along(contact);
        List<ContactId> from = Stream.concat(Stream.of(contact), along.stream()).toList();
        List<ChannelId> channels = Stream.of(
                        Stream.ofNullable(channel), talks.channels(into.tenant()).stream(), told(along))
                .flatMap(Function.identity())
                .distinct()
                .toList();
        Carried carried = of(contact, c -> c.joining().mergeInto(into, channels, at));
        change(into, c -> c.joining().absorb(contact, along, carried, at));
        along.forEach(each -> change(each, c -> c.joining().follow(into, at)));
        move(carried.identities(), contact, into, at);
        talks.merge(from, into, channels, at);
    }

    /** @throws DomainProblem {@code not-found}; {@code not-merged}; {@code person-erased} */
    void unmerge(ContactId contact, ContactId merged, Instant at) {
        List<ContactId> ancestors = ancestors(merged);
        change(contact, Contact::mustBeRemembered);
        if (!ancestors.contains(contact)) {
            throw DomainProblem.conflict("not-merged", "This contact is not merged into the other one.");
        }
        ContactId survivor = ancestors.getLast();
        List<ContactId> along = along(merged);
        List<ChannelId> channels = channels(merged, ancestors);
        List<Identity> own = of(survivor, c -> c.lineage().ownBefore(childOn(ancestors, merged)));
        List<Identity> had = of(merged, c -> c.joining().unmerge(at));
        ancestors.forEach(each -> change(each, c -> c.joining().separate(merged, along, at)));
        along.forEach(each -> change(each, c -> c.joining().follow(merged, at)));
        List<Identity> back = had.stream()
                .filter(one -> of(survivor, c -> c.has(one)) && own.stream().noneMatch(one::isSameAs))
                .toList();
        back.forEach(one -> change(survivor, c -> c.unlink(one, at)));
        back.forEach(one -> change(merged, c -> c.link(one, true, at)));
        move(back, survivor, merged, at);
        talks.unmerge(merged, along, ancestors, channels, at);
    }

    /** On which a contact's conversations go on elsewhere. Only merges of before they told it need a view for that. */
    private List<ChannelId> channels(ContactId merged, List<ContactId> ancestors) {
        List<ContactId> links = Stream.concat(Stream.of(merged), ancestors.stream())
                .limit(ancestors.size())
                .toList();
        boolean untold =
                links.stream().anyMatch(each -> told(List.of(each)).findAny().isEmpty());
        Stream<ChannelId> known = untold ? talks.channels(merged.tenant()).stream() : Stream.of();
        return Stream.concat(told(links), known).distinct().toList();
    }

    /** On which the contacts' conversations go on elsewhere, as they were told when they were merged. */
    private Stream<ChannelId> told(List<ContactId> merged) {
        return merged.stream()
                .flatMap(each -> of(each, c -> c.lineage().channels()).stream())
                .sorted(Comparator.comparing(ChannelId::value));
    }

    /** Those merged into the contact, and those merged into them. */
    private List<ContactId> along(ContactId contact) {
        return of(contact, c -> c.lineage().children()).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), along(child).stream()))
                .toList();
    }

    /** Whom a contact was merged into, and so on up to who stands for them all. */
    private List<ContactId> ancestors(ContactId contact) {
        List<ContactId> found = new ArrayList<>();
        for (ContactId each = parent(contact); each != null; each = parent(each)) {
            found.add(each);
        }
        return found;
    }

    private @Nullable ContactId parent(ContactId contact) {
        return of(contact, c -> c.lineage().parent());
    }

    private static ContactId childOn(List<ContactId> ancestors, ContactId merged) {
        return ancestors.size() == 1 ? merged : ancestors.get(ancestors.size() - 2);
    }

    /** The claims follow the identities, so that whoever writes is found at once. */
    private void move(Collection<Identity> identities, ContactId from, ContactId to, Instant at) {
        names.of(from.tenant(), identities).stream()
                .map(ClaimableIdentity::claims)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ClaimId::value))
                .forEach(claim -> claims.give(from, new IdentityClaimed(claim, to, at)));
    }

    private <T> T of(ContactId contact, Function<Contact, T> question) {
        return contacts.load(contact.value()).invoke(question);
    }

    private void change(ContactId contact, Consumer<Contact> change) {
        contacts.load(contact.value()).execute(change);
    }
}
