package io.chatledger.command.claim;

import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Values that only one may have: taken, given on and released in the append of the command in hand. The caller brings
 * the event that says so in its feature's words; it is applied only where what the caller believes is so.
 */
public final class Claims {

    private final Repository<Claim> claims;

    Claims(Repository<Claim> claims) {
        this.claims = claims;
    }

    /** {@link Possession#NONE} where nobody has ever claimed it. */
    public Possession find(ClaimId claim) {
        Aggregate<Claim> known = known(claim);
        return known == null ? Possession.NONE : known.invoke(Claim::possession);
    }

    @CommandHandler
    public @Nullable StreamId holder(FindHolder command) {
        return find(command.claim()).holder();
    }

    /** @return whether it was free; if not, nothing changes */
    public boolean take(ClaimEvent.Taken event) {
        return orNew(event.claim()).invoke(claim -> claim.change(null, event));
    }

    /**
     * @param from who has it, as far as the caller knows
     * @return whether that is so; if not, nothing changes
     */
    public boolean give(StreamId from, ClaimEvent.Taken event) {
        Aggregate<Claim> known = known(event.claim());
        return known != null && known.invoke(claim -> claim.change(from, event));
    }

    /**
     * Takes what was found free, or with somebody who gives way.
     *
     * @param found who has it, as far as the caller knows; null for nobody
     * @throws ConcurrencyException if that is so no more: the decision has to be made again
     */
    public void takeAsFound(@Nullable StreamId found, ClaimEvent.Taken event) {
        if (!(found == null ? take(event) : give(found, event))) {
            throw new ConcurrencyException("The value has been claimed meanwhile.");
        }
    }

    /** @return whether the event's holder has it; if not, nothing changes */
    public boolean release(ClaimEvent.Released event) {
        Aggregate<Claim> known = known(event.claim());
        return known != null && known.invoke(claim -> claim.change(event.holder(), event));
    }

    /** It turns out to have been somebody's up to a webhook body. Does nothing where that is known, or it is held. */
    public void wasHeld(ClaimEvent.Released event) {
        if (event.upToArrival() > find(event.claim()).formerUpTo()) {
            orNew(event.claim()).execute(claim -> claim.change(null, event));
        }
    }

    private @Nullable Aggregate<Claim> known(ClaimId claim) {
        try {
            return claims.load(claim.value());
        } catch (AggregateNotFoundException neverClaimed) {
            return null;
        }
    }

    private Aggregate<Claim> orNew(ClaimId claim) {
        try {
            return claims.loadOrCreate(claim.value(), Claim::new);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("A claim cannot be made", impossible);
        }
    }
}
