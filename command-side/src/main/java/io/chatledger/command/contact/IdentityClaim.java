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
    private @Nullable ContactId erased;
    private long erasedUpTo;

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

    /** Who had the identity when a webhook body arrived and has been erased since; null where nobody was. */
    @Nullable
    ContactId erasedSince(long arrival) {
        return arrival <= erasedUpTo ? erased : null;
    }

    /** Up to which webhook body it was an erased person's; 0 for none. */
    long erasedUpTo() {
        return erasedUpTo;
    }

    /** It turns out to have been an erased person's too, up to a webhook body. Whose it is now does not change. */
    void wasOf(ContactId claim, ContactId gone, long upToArrival, Instant at) {
        if (holder == null && upToArrival > erasedUpTo) {
            apply(new IdentityReleased(claim, gone, upToArrival, at));
        }
    }

    /** Does nothing where somebody else has the identity. */
    void move(ContactId from, ContactId to, Instant at) {
        if (from.equals(holder)) {
            apply(new IdentityClaimed(id, to, at));
        }
    }

    /** Does nothing where somebody else has the identity. */
    void release(ContactId contact, long upToArrival, Instant at) {
        if (contact.equals(holder)) {
            apply(new IdentityReleased(id, contact, upToArrival, at));
        }
    }

    @EventSourcingHandler
    void on(IdentityClaimed event) {
        id = event.claim();
        holder = event.contactId();
    }

    @EventSourcingHandler
    void on(IdentityReleased event) {
        id = event.claim();
        holder = null;
        erased = event.contactId();
        erasedUpTo = Math.max(erasedUpTo, event.upToArrival());
    }
}
