package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.Occasion;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.Repository;

/** What is concluded from what a provider says of one sender: who is one person, and what is somebody else's. */
final class Inference {

    /** By how much a provider's clock may run ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Repository<Contact> contacts;
    private final Merging merging;

    Inference(Repository<Contact> contacts, Merging merging) {
        this.contacts = contacts;
        this.merging = merging;
    }

    /** One person has all that is said of one sender, unless something speaks against it. */
    ContactId united(ContactId known, Holders holders, ResolveContact command) {
        Occasion occasion = command.occasion();
        ContactId id = known;
        for (ContactId other : holders.having(command.identities()).toList()) {
            if (!other.equals(id) && merging.mayBeOne(id, other)) {
                id = merging.unite(id, other, occasion == null ? null : occasion.channel(), command.at());
                holders.refresh();
            }
        }
        return id;
    }

    /**
     * Whoever has written under the new identity already is the person who moved to it. User ids are never handed on,
     * but numbers are: one that was in use before it was moved to has been another person's.
     */
    ContactId united(ContactId known, Holders holders, ChangeNumber command) {
        ContactId id = known;
        for (ClaimableIdentity each : command.to()) {
            for (ContactId other : holders.having(List.of(each)).toList()) {
                boolean moved = each.identity().type() == IdentityType.bsuid || isNew(other, command);
                if (!other.equals(id) && moved && !merging.wereParted(id, other)) {
                    id = merging.unite(id, other, command.occasion().channel(), command.at());
                    holders.refresh();
                }
            }
        }
        return id;
    }

    /** What is said of a sender without what stays with others, who have been told apart from the sender. */
    List<ClaimableIdentity> without(List<ClaimableIdentity> said, ContactId sender, Holders holders) {
        return said.stream()
                .filter(each -> holders.having(List.of(each))
                        .filter(other -> !other.equals(sender) && merging.wereParted(sender, other))
                        .noneMatch(other -> keeps(other, each.identity())))
                .toList();
    }

    /** A number goes to whoever writes from it, as ever, where there is a user id left to know its owner by. */
    private boolean keeps(ContactId contact, Identity identity) {
        return identity.type() != IdentityType.phone
                || !contacts.load(contact.value()).invoke(Contact::hasUserId);
    }

    private boolean isNew(ContactId contact, ChangeNumber command) {
        Instant earliest = command.occasion().sentAt().minus(CLOCKS_APART);
        return contacts.load(contact.value())
                .invoke(c -> !c.hasUserId() && !c.createdAt().isBefore(earliest));
    }
}
