package io.chatledger.command.contact;

import io.chatledger.command.Arrivals;
import io.chatledger.command.Commands;
import io.chatledger.command.PersonalTraces;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.kernel.contact.ContactCommand.CertifyErasure;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactCommand.ListContacts;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.vault.PersonKeys;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * Forgets a person. The decision is an event; then their traces besides the events are removed, as long as the key still
 * tells what they were called; then the key is destroyed; then all that is certified. Whatever interrupts it, doing it
 * again ends it.
 */
@Component
class Erasure {

    private static final int ATTEMPTS = 5;

    private final Commands commands;
    private final IdentityClaims claims;
    private final EventStore events;
    private final List<PersonalTraces> traces;
    private final Arrivals arrivals;
    private final PersonKeys keys;
    private final InstantSource clock;

    Erasure(
            Commands commands,
            IdentityClaims claims,
            EventStore events,
            List<PersonalTraces> traces,
            Arrivals arrivals,
            PersonKeys keys,
            InstantSource clock) {
        this.commands = commands;
        this.claims = claims;
        this.events = events;
        this.traces = traces;
        this.arrivals = arrivals;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Decides it; anew where the contact is given another identity at that very moment.
     *
     * @param send the command that decides it, for what the contact is called then
     */
    <T> T decide(ContactId contact, String reason, Origin origin, Function<EraseContact, T> send) {
        for (int attempt = 1; ; attempt++) {
            try {
                return send.apply(decision(contact, reason, origin));
            } catch (DomainProblem refused) {
                if (attempt == ATTEMPTS || !refused.code().equals(Contact.CHANGED)) {
                    throw refused;
                }
            }
        }
    }

    private EraseContact decision(ContactId contact, String reason, Origin origin) {
        List<Identity> identities = commands.send(new ListIdentities(contact), origin);
        List<ContactId> person = commands.send(new ListContacts(contact), origin);
        List<Identity> former = person.stream()
                .flatMap(each -> Past.of(events, each).identities().stream())
                .distinct()
                .filter(each -> !identities.contains(each))
                .toList();
        return new EraseContact(
                contact,
                claims.of(contact.tenant(), identities),
                claims.of(contact.tenant(), former),
                reason,
                arrivals.newest(),
                clock.instant());
    }

    /** From the decision to the certificate. @return whether there was something left to do */
    boolean carryOut(ContactId contact, String reason, Origin origin) {
        boolean due = decide(contact, reason, origin, decision -> commands.<Boolean>send(decision, origin));
        if (due) {
            complete(contact, origin);
        }
        return due;
    }

    /** Call once it is decided: completes it for all contacts that are the person. */
    void complete(ContactId contact, Origin origin) {
        List<ContactId> person = commands.send(new ListContacts(contact), origin);
        person.forEach(each -> completeOne(each, origin));
    }

    void completeOne(ContactId contact, Origin origin) {
        Past past = Past.of(events, contact);
        long upToArrival = past.erasedUpTo() > 0 ? past.erasedUpTo() : arrivals.newest();
        int bodies = past.identities().isEmpty()
                ? 0
                : traces.stream()
                        .mapToInt(each -> each.remove(contact.tenant(), past.identities(), upToArrival))
                        .sum();
        int destroyed = keys.destroy(contact);
        commands.send(new CertifyErasure(contact, destroyed, bodies, clock.instant()), origin);
    }

    /**
     * What the contact's stream still tells of an erasure's past.
     *
     * @param identities all that the person was ever known by, in all the ways in which it is spelled
     * @param erasedUpTo number of the last webhook body that the erasure takes in; 0 where it does not say
     */
    private record Past(Set<Identity> identities, long erasedUpTo) {

        static Past of(EventStore events, ContactId contact) {
            List<?> told = events.readEvents(contact.value())
                    .asStream()
                    .map(Message::getPayload)
                    .toList();
            Set<Identity> identities = told.stream()
                    .flatMap(event -> switch (event) {
                        case IdentityLinked linked -> Stream.of(linked.identity());
                        case NumberChanged changed -> Stream.of(changed.from(), changed.to());
                        default -> Stream.<Identity>of();
                    })
                    .filter(identity -> !identity.value().isEmpty())
                    .flatMap(identity -> identity.spellings().stream())
                    .collect(Collectors.toSet());
            long upTo = told.stream()
                    .mapToLong(event -> event instanceof ContactErased erased ? erased.upToArrival() : 0)
                    .max()
                    .orElse(0);
            return new Past(identities, upTo);
        }
    }
}
