package io.chatledger.command.claim;

import io.chatledger.command.CommandSide;
import io.chatledger.command.claim.Holdings.Change.Give;
import io.chatledger.command.claim.Holdings.Change.Release;
import io.chatledger.command.claim.Holdings.Change.Take;
import io.chatledger.command.claim.Holdings.Change.TakeAsFound;
import io.chatledger.command.claim.Holdings.Change.WasHeld;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** A feature that does nothing but take, give and release. */
final class Holdings implements AutoCloseable {

    final CommandSide side =
            new CommandSide(all -> all.registerCommandHandler(axon -> new Feature(axon.getComponent(Claims.class))));

    /** What is asked of a claim. */
    sealed interface Change {
        record Take(ClaimEvent.Taken event) implements Change {}

        record Give(StreamId from, ClaimEvent.Taken event) implements Change {}

        record TakeAsFound(@Nullable StreamId found, ClaimEvent.Taken event) implements Change {}

        record Release(ClaimEvent.Released event) implements Change {}

        record WasHeld(ClaimEvent.Released event) implements Change {}
    }

    /** Asks how a claim stands. */
    record Look(ClaimId claim) {}

    private record Feature(Claims claims) {

        @CommandHandler
        boolean handle(Take change) {
            return claims.take(change.event());
        }

        @CommandHandler
        boolean handle(Give change) {
            return claims.give(change.from(), change.event());
        }

        @CommandHandler
        boolean handle(TakeAsFound change) {
            claims.takeAsFound(change.found(), change.event());
            return true;
        }

        @CommandHandler
        boolean handle(Release change) {
            return claims.release(change.event());
        }

        @CommandHandler
        boolean handle(WasHeld change) {
            claims.wasHeld(change.event());
            return true;
        }

        @CommandHandler
        Possession handle(Look look) {
            return claims.find(look.claim());
        }
    }

    boolean does(Change change) {
        return side.<Boolean>send(change);
    }

    @Nullable
    StreamId holder(ClaimId claim) {
        return side.send(new FindHolder(claim));
    }

    Possession possession(ClaimId claim) {
        return side.send(new Look(claim));
    }

    @Override
    public void close() {
        side.close();
    }
}
