package io.chatledger.command.claim;

import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.message.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Whose a claimed value is, and whose it was.
 *
 * @param holder who has it; null where nobody has
 * @param former the last one that gave it up; null where nobody ever did
 * @param formerUpTo number of the newest webhook body in which it meant somebody who has given it up; 0 for none
 */
public record Possession(
        @Nullable StreamId holder, @Nullable StreamId former, long formerUpTo) {

    /** Of what nobody has ever claimed; never of anything else. */
    public static final Possession NONE = new Possession(null, null, 0);

    /** Who meant it in a webhook body of that number and has given it up since; null for nobody. */
    public @Nullable StreamId formerAt(long arrival) {
        return arrival <= formerUpTo ? former : null;
    }

    Possession after(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.Released e -> new Possession(null, e.holder(), Math.max(formerUpTo, e.upToArrival()));
            case ClaimEvent.Taken e -> new Possession(e.holder(), former, formerUpTo);
        };
    }
}
