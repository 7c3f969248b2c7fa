package io.chatledger.command.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactEvent.IdentityReleased;
import io.chatledger.kernel.contact.ContactId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Which contact has an identity now. The store lets only one claim of a moment through. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class IdentityClaim {

    @AggregateIdentifier
    private ContactId id;

    private @Nullable ContactId holder;

    IdentityClaim() {}

    @Nullable
    ContactId holder() {
        return holder;
    }

    /**
     * @param expected who had the identity when it was decided to give it
     * @throws ConcurrencyException if somebody else has been given it since; the decision has to be made again
     */
    void give(ContactId claim, ContactId contact, @Nullable ContactId expected, Instant at) {
        if (!Objects.equals(holder, expected)) {
            throw new ConcurrencyException("The identity has been claimed meanwhile.");
        }
        apply(new IdentityClaimed(claim, contact, at));
    }

    /** Does nothing where somebody else has the identity. */
    void move(ContactId from, ContactId to, Instant at) {
        if (from.equals(holder)) {
            apply(new IdentityClaimed(id, to, at));
        }
    }

    /** Does nothing where somebody else has the identity. */
    void release(ContactId contact, Instant at) {
        if (contact.equals(holder)) {
            apply(new IdentityReleased(id, contact, at));
        }
    }

    @EventSourcingHandler
    void on(IdentityClaimed event) {
        id = event.claim();
        holder = event.contactId();
    }

    @EventSourcingHandler
    void on(IdentityReleased event) {
        holder = null;
    }
}
