package io.chatledger.command.contact;

import io.chatledger.command.claim.Claims;
import io.chatledger.command.claim.Possession;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.TakeInErased;
import io.chatledger.kernel.contact.ContactEvent.IdentityReleased;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Knows who was erased after their words had arrived and before they were worked through. The claims decide it, so an
 * erasure at the same moment either comes first and is seen, or is refused by the store and begins anew.
 */
final class ErasedSenders {

    private final Repository<Contact> contacts;
    private final Claims claims;

    ErasedSenders(Repository<Contact> contacts, Claims claims) {
        this.contacts = contacts;
        this.claims = claims;
    }

    @CommandHandler
    boolean handle(TakeInErased command) {
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
    boolean takeIn(List<ClaimableIdentity> identities, Holders holders, long arrival, Instant at) {
        boolean newUserId = false;
        for (ClaimableIdentity each : identities) {
            for (ClaimId claim : each.claims()) {
                Possession possession = claims.find(claim);
                ContactId gone = (ContactId) possession.formerAt(arrival);
                if (gone != null && !(newUserId && hadUserId(gone))) {
                    takeInAll(identities, gone, possession.formerUpTo(), at);
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

    private void takeInAll(List<ClaimableIdentity> identities, ContactId gone, long upToArrival, Instant at) {
        for (ClaimableIdentity each : identities) {
            each.claims().forEach(claim -> claims.wasHeld(new IdentityReleased(claim, gone, upToArrival, at)));
        }
    }
}
