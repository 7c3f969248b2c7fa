package io.chatledger.kernel.contact;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to contacts. */
public sealed interface ContactEvent extends Event {

    /** Events of a contact's own stream. */
    sealed interface OfContact extends ContactEvent {
        ContactId contactId();
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

    /** The claim that gives an identity to one contact; a later one moves it. */
    record IdentityClaimed(ContactId claim, ContactId contactId, Instant at) implements ContactEvent {}
}
