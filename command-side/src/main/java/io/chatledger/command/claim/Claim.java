package io.chatledger.command.claim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.StreamId;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Who holds a value that only one may have. The store lets only one claim of a moment through. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Claim {

    @AggregateIdentifier
    private ClaimId id;

    private Possession possession = Possession.NONE;

    Claim() {}

    Possession possession() {
        return possession;
    }

    /**
     * @param holder who has it, as far as the caller knows; null for nobody
     * @return whether that is so; if not, nothing changes
     */
    boolean change(@Nullable StreamId holder, ClaimEvent event) {
        boolean agreed = Objects.equals(holder, possession.holder());
        if (agreed) {
            apply(event);
        }
        return agreed;
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        id = event.claim();
        possession = possession.after(event);
    }
}
