package io.chatledger.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactSeparated;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactEvent.SurvivorChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.time.Instant;
import java.util.List;

/** How a contact becomes one person with another one, and two persons with it again. */
record Joining(ContactId self, ContactState state) {

    /** @param channels on which its conversations go on elsewhere */
    Carried mergeInto(ContactId into, List<ChannelId> channels, Instant at) {
        Carried carried = new Carried(state.name, state.identities.all(), List.copyOf(state.consents.values()));
        apply(new ContactMerged(self, into, channels, at));
        return carried;
    }

    /** @param along those who had been merged into the other contact before */
    void absorb(ContactId merged, List<ContactId> along, Carried carried, Instant at) {
        apply(new ContactAbsorbed(self, merged, null, at));
        along.forEach(each -> apply(new ContactAbsorbed(self, each, merged, at)));
        if (state.name == null && carried.name() != null) {
            apply(new ProfileNameChanged(self, carried.name(), at));
        }
        carried.identities().stream()
                .filter(identity -> !state.identities.has(identity))
                .forEach(identity -> apply(new IdentityLinked(self, identity, at)));
        carried.consents().forEach(consent -> takeOver(consent, at));
    }

    /** Whatever was said last about a purpose holds, whichever of the two it was said to. */
    private void takeOver(ConsentRecorded theirs, Instant at) {
        ConsentRecorded mine = state.consents.get(theirs.purpose());
        if (mine == null || mine.givenAt().isBefore(theirs.givenAt())) {
            apply(new ConsentRecorded(self, theirs.purpose(), theirs.granted(), theirs.source(), theirs.givenAt(), at));
        }
    }

    void follow(ContactId survivor, Instant at) {
        apply(new SurvivorChanged(self, survivor, at));
    }

    /** @return what it had when it was merged */
    List<Identity> unmerge(Instant at) {
        List<Identity> had = state.lineage.former();
        apply(new ContactUnmerged(self, state.lineage.standsFor(self), at));
        return had;
    }

    void separate(ContactId merged, List<ContactId> along, Instant at) {
        apply(new ContactSeparated(self, merged, at));
        along.forEach(each -> apply(new ContactSeparated(self, each, at)));
    }
}
