package io.chatledger.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A customer: a name and a set of identities, none of them mandatory. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Contact {

    @AggregateIdentifier
    private ContactId id;

    private @Nullable String name;
    private final Set<Identity> identities = new LinkedHashSet<>();

    Contact() {}

    void create(ContactId proposed, @Nullable String profileName, Instant at) {
        apply(new ContactCreated(proposed, profileName, at));
    }

    void observeName(@Nullable String profileName, Instant at) {
        if (profileName != null && !profileName.equals(name)) {
            apply(new ProfileNameChanged(id, profileName, at));
        }
    }

    void link(Identity identity, Instant at) {
        if (!identities.contains(identity)) {
            apply(new IdentityLinked(id, identity, at));
        }
    }

    /** Somebody else has turned out to be the one who has this identity. */
    void unlink(Identity identity, Instant at) {
        if (identities.contains(identity)) {
            apply(new IdentityUnlinked(id, identity, at));
        }
    }

    boolean hasUserId() {
        return identities.stream().anyMatch(identity -> identity.type() == IdentityType.bsuid);
    }

    void changeNumber(Identity from, Identity to, Instant at) {
        apply(new NumberChanged(id, from, to, at));
    }

    @CommandHandler
    List<Identity> handle(ListIdentities command) {
        return List.copyOf(identities);
    }

    @EventSourcingHandler
    void on(OfContact event) {
        switch (event) {
            case ContactCreated e -> {
                id = e.contactId();
                name = e.name();
            }
            case ProfileNameChanged e -> name = e.name();
            case IdentityLinked e -> {
                // The newest number or name is the one to write to.
                identities.remove(e.identity());
                identities.add(e.identity());
            }
            case IdentityUnlinked e -> identities.remove(e.identity());
            case NumberChanged e -> {}
        }
    }
}
