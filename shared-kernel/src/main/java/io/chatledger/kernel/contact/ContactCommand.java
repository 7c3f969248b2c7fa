package io.chatledger.kernel.contact;

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
     * @param arrival number of the webhook body that says so; refused with {@code person-erased} where the person was
     *     erased after it had arrived
     */
    record ResolveContact(
            TenantId tenant,
            ContactId proposed,
            @Nullable String profileName,
            List<ClaimableIdentity> identities,
            long arrival,
            Instant at)
            implements ContactCommand {}

    /**
     * The customer has moved to another number and keeps the history. Answers the {@link ContactId}.
     *
     * @param from what the customer was known by
     * @param to what the customer is known by from now on
     * @param arrival as of {@link ResolveContact}
     */
    record ChangeNumber(
            TenantId tenant,
            ContactId proposed,
            List<ClaimableIdentity> from,
            List<ClaimableIdentity> to,
            long arrival,
            Instant at)
            implements ContactCommand {}

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
     * Forgets the person for ever; once is enough. Answers whether the certificate is still due.
     *
     * @param identities all that the contact has, so that nobody claims them any more
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

    /** Certifies that the erasure is complete; a second certificate is not written. */
    record CertifyErasure(@TargetAggregateIdentifier ContactId contactId, int keys, int journalBodies, Instant at)
            implements ContactCommand {}

    /** Answers the list of the contact's {@link Identity identities}; changes nothing. */
    record ListIdentities(@TargetAggregateIdentifier ContactId contactId) implements ContactCommand {}

    /**
     * An identity and the stream that claims it.
     *
     * @param claim null where the identity does not identify anybody
     */
    record ClaimableIdentity(Identity identity, @Nullable ContactId claim) {}
}
