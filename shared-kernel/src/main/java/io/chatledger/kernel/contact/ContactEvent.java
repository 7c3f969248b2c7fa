package io.chatledger.kernel.contact;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRevision;
import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.message.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to contacts. */
public sealed interface ContactEvent extends Event {

    /** Events of a contact's own stream. */
    sealed interface OfContact extends ContactEvent {
        ContactId contactId();

        @Override
        default ContactId person() {
            return contactId();
        }
    }

    /** @param name the provider's profile name; null where it came without */
    record ContactCreated(
            ContactId contactId, @PersonalData @Nullable String name, Instant at) implements OfContact {}

    record ProfileNameChanged(
            ContactId contactId, @PersonalData String name, Instant at) implements OfContact {}

    record IdentityLinked(ContactId contactId, @PersonalData Identity identity, Instant at) implements OfContact {}

    /** The contact does not have the identity any more: somebody else has it, or nobody. */
    record IdentityUnlinked(
            ContactId contactId, @PersonalData Identity identity, Instant at) implements OfContact {}

    record NumberChanged(
            ContactId contactId,
            @PersonalData Identity from,
            @PersonalData Identity to,
            Instant at) implements OfContact {}

    /**
     * The contact has turned out to be a person who is known as another contact too. What it had goes to that one and
     * comes back when it is undone; its history stays with it.
     *
     * @param into who stands for both from now on
     * @param channels on which its conversations go on in that one's; empty in the first revision, which did not say
     */
    @EventRevision(2)
    record ContactMerged(ContactId contactId, ContactId into, List<ChannelId> channels, Instant at)
            implements OfContact {}

    /**
     * Another contact has turned out to be the same person.
     *
     * @param merged who that was
     * @param through into whom that one had been merged before; null where it was merged by itself
     */
    record ContactAbsorbed(
            ContactId contactId, ContactId merged, @Nullable ContactId through, Instant at) implements OfContact {}

    /** Whoever the contact had been merged into is part of somebody else now, or not any more. */
    record SurvivorChanged(ContactId contactId, ContactId survivor, Instant at) implements OfContact {}

    /**
     * The contact stands for itself again.
     *
     * @param from who stood for it until then
     */
    record ContactUnmerged(ContactId contactId, ContactId from, Instant at) implements OfContact {}

    /** A merged contact has turned out to be somebody else after all, or belongs to somebody who has. */
    record ContactSeparated(ContactId contactId, ContactId merged, Instant at) implements OfContact {}

    /**
     * The customer agrees, or does not agree any more.
     *
     * @param purpose what for, in the tenant's own terms, such as {@code marketing}
     * @param source where it was said, such as {@code whatsapp} or {@code paper-form}; not what was said
     * @param givenAt when the customer said so
     */
    record ConsentRecorded(
            ContactId contactId, String purpose, boolean granted, String source, Instant givenAt, Instant at)
            implements OfContact {}

    /**
     * The person is to be forgotten, for ever. Whatever holds their data in the open clears it on hearing this.
     *
     * @param reason why, in the words of whoever asked for it; names nobody
     * @param upToArrival number of the newest webhook body that had arrived: what it and those before it say of the
     *     person is erased too, whenever they are worked through; 0 in the first revision, which did not say
     */
    @EventRevision(2)
    record ContactErased(ContactId contactId, String reason, long upToArrival, Instant at)
            implements OfContact, PersonErased {
        @Override
        public ContactId person() {
            return contactId;
        }
    }

    /**
     * The certificate: the person's keys are destroyed, so that nobody can read any more what the history holds.
     *
     * @param keys how many were destroyed
     * @param journalBodies how many raw webhook bodies were removed or blackened
     */
    record ErasureCertified(ContactId contactId, int keys, int journalBodies, Instant at) implements OfContact {}

    /** The claim that gives an identity to one contact; a later one moves it. */
    record IdentityClaimed(ClaimId claim, ContactId contactId, Instant at) implements ContactEvent, ClaimEvent.Taken {

        public static final ClaimKind IDENTITY = new ClaimKind("contact", "identity");

        @Override
        public ContactId holder() {
            return contactId;
        }
    }

    /**
     * The identity is nobody's again, as whoever had it has been erased.
     *
     * @param upToArrival number of the newest webhook body that was the erased person's still; 0 in the first revision,
     *     which did not say
     */
    @EventRevision(2)
    record IdentityReleased(ClaimId claim, ContactId contactId, long upToArrival, Instant at)
            implements ContactEvent, ClaimEvent.Released {
        @Override
        public ContactId holder() {
            return contactId;
        }
    }
}
