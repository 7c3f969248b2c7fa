package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.TakeInErased;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Knows who was erased after their words had arrived and before they were worked through. The claims decide it, so an
 * erasure at the same moment either comes first and is seen, or is refused by the store and begins anew.
 */
final class ErasedSenders {

    private final Repository<Contact> contacts;
    private final Repository<IdentityClaim> claims;

    ErasedSenders(Repository<Contact> contacts, Repository<IdentityClaim> claims) {
        this.contacts = contacts;
        this.claims = claims;
    }

    @CommandHandler
    boolean handle(TakeInErased command) throws Exception {
        Holders holders = new Holders(contacts, claims, command.identities());
        return takeIn(command.identities(), holders, command.arrival(), command.at());
    }

    /**
     * Whether the sender was erased since. If so, all that the sender is called now counts as the erased person's, so
     * that what else has arrived under it is taken in too. A number under a user id that is new is somebody else's, where
     * the erased person had one, as it is among the living.
     *
     * @param identities of one sender, the most reliable first: one that is somebody's outweighs those behind it
     * @param holders of them
     * @param arrival number of the webhook body
     */
    boolean takeIn(List<ClaimableIdentity> identities, Holders holders, long arrival, Instant at) throws Exception {
        boolean newUserId = false;
        for (ClaimableIdentity each : identities) {
            for (ContactId known : each.claims().stream().filter(holders::knows).toList()) {
                Aggregate<IdentityClaim> claim = claims.load(known.value());
                ContactId gone = claim.invoke(c -> c.erasedSince(arrival));
                if (gone != null && !(newUserId && hadUserId(gone))) {
                    takeInAll(identities, gone, claim.invoke(IdentityClaim::erasedUpTo), at);
                    return true;
                }
            }
            if (holders.person(each) != null) {
                return false;
            }
            newUserId |= each.identity().type() == IdentityType.bsuid;
        }
        return false;
    }

    /** Whether the person was known by one when they were erased: whoever stood for them had what all of them were called. */
    private boolean hadUserId(ContactId gone) {
        ContactId survivor = contacts.load(gone.value()).invoke(c -> c.lineage().standsFor(gone));
        return contacts.load(survivor.value()).invoke(Contact::hadUserId);
    }

    private void takeInAll(List<ClaimableIdentity> identities, ContactId gone, long upToArrival, Instant at)
            throws Exception {
        for (ClaimableIdentity each : identities) {
            for (ContactId claim : each.claims()) {
                claims.loadOrCreate(claim.value(), IdentityClaim::new)
                        .execute(c -> c.wasOf(claim, gone, upToArrival, at));
            }
        }
    }
}
