package io.chatledger.kernel.contact;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of contacts. */
public sealed interface ContactCommand {

    /**
     * Finds the contact that has one of the identities, or creates it, and links what is new. Answers the
     * {@link ContactId}.
     *
     * @param proposed used where none of the identities is known
     * @param profileName the name the provider shows; null where it came without
     * @param identities everything the provider said about one person, the most reliable first
     * @param occasion the message that brought it; null where it was none
     * @param arrival number of the webhook body that says so; refused with {@code person-erased} where the person was
     *     erased after it had arrived
     */
    record ResolveContact(
            TenantId tenant,
            ContactId proposed,
            @Nullable String profileName,
            List<ClaimableIdentity> identities,
            @Nullable Occasion occasion,
            long arrival,
            Instant at)
            implements ContactCommand {}

    /**
     * The customer has moved to another number and keeps the history. Answers the {@link ContactId}.
     *
     * @param from what the customer was known by
     * @param to what the customer is known by from now on
     * @param occasion the message that says so
     * @param arrival as of {@link ResolveContact}
     */
    record ChangeNumber(
            TenantId tenant,
            ContactId proposed,
            List<ClaimableIdentity> from,
            List<ClaimableIdentity> to,
            Occasion occasion,
            long arrival,
            Instant at)
            implements ContactCommand {}

    /**
     * A message came again, and this time as this contact's: whoever sent it before is the same person, unless something
     * speaks against it.
     */
    record RecogniseSender(ContactId contactId, Occasion occasion, Instant at) implements ContactCommand {}

    /**
     * Somebody says that two contacts are one person.
     *
     * @param contactId who is merged away
     * @param into who stands for both from then on
     */
    record MergeContacts(ContactId contactId, ContactId into, Instant at) implements ContactCommand {}

    /**
     * They were two persons after all.
     *
     * @param contactId who stands for both
     * @param merged who was merged away
     */
    record UnmergeContact(ContactId contactId, ContactId merged, Instant at) implements ContactCommand {}

    /**
     * Records what the customer agrees to.
     *
     * @param givenAt when the customer said so; not after {@code at}
     */
    record RecordConsent(
            @TargetAggregateIdentifier ContactId contactId,
            String purpose,
            boolean granted,
            String source,
            Instant givenAt,
            Instant at)
            implements ContactCommand {}

    /**
     * Forgets the person for ever, with all contacts that were merged; once is enough. Answers whether a certificate is
     * still due.
     *
     * @param identities all that the person has, so that nobody claims them any more
     * @param former what it was known by before; a claim on them that is still the contact's ends too
     * @param upToArrival number of the newest webhook body there is; what it and those before it say is erased too
     */
    record EraseContact(
            ContactId contactId,
            List<ClaimableIdentity> identities,
            List<ClaimableIdentity> former,
            String reason,
            long upToArrival,
            Instant at)
            implements ContactCommand {}

    /**
     * Answers whether whoever a provider calls so was erased after a webhook body had arrived, as
     * {@link ResolveContact} decides it. If so, all that they are called counts as the erased person's.
     *
     * @param identities everything the provider said about one person, the most reliable first
     * @param arrival number of the webhook body
     */
    record TakeInErased(List<ClaimableIdentity> identities, long arrival, Instant at) implements ContactCommand {}

    /** Certifies that the erasure is complete; a second certificate is not written. */
    record CertifyErasure(@TargetAggregateIdentifier ContactId contactId, int keys, int journalBodies, Instant at)
            implements ContactCommand {}

    /**
     * Answers the list of the person's {@link Identity identities}, which are with the contact that stands for them;
     * changes nothing.
     */
    record ListIdentities(ContactId contactId) implements ContactCommand {}

    /** Answers the list of the contacts that are one person, whoever stands for them first; changes nothing. */
    record ListContacts(ContactId contactId) implements ContactCommand {}

    /**
     * A message and where it came in.
     *
     * @param message the claim that makes it unique
     * @param sentAt the provider's time, of one second resolution
     */
    record Occasion(ChannelId channel, StreamId message, Instant sentAt) {}

    /**
     * An identity and the streams that claim it: one for each way in which a telephone's number is spelled.
     *
     * @param claims its own spelling's first; empty where the identity does not identify anybody
     */
    record ClaimableIdentity(Identity identity, List<ClaimId> claims) {}
}
