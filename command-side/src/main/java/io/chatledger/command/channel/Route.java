package io.chatledger.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelEvent.RouteReleased;
import io.chatledger.kernel.channel.ChannelEvent.RouteTakenOver;
import io.chatledger.kernel.channel.ChannelId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Where webhooks for a phone number id, or for a business account, belong. Global, as the providers' ids are. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Route {

    @AggregateIdentifier
    private ChannelId id;

    private @Nullable ChannelId channel;
    private @Nullable ChannelId former;

    Route() {}

    @Nullable
    ChannelId channel() {
        return channel;
    }

    /** The last one that gave it back; null while somebody has it, and where nobody ever had. */
    @Nullable
    ChannelId former() {
        return former;
    }

    void takeOver(ChannelId newChannel, ChannelId loser, Instant at) {
        apply(new RouteTakenOver(id, newChannel, loser, at));
    }

    void claim(ChannelId claim, ChannelId newChannel, Instant at) {
        apply(new RouteClaimed(claim, newChannel, at));
    }

    void release(Instant at) {
        if (channel != null) {
            apply(new RouteReleased(id, channel, at));
        }
    }

    @EventSourcingHandler
    void on(RouteClaimed event) {
        id = event.claim();
        channel = event.channelId();
        former = null;
    }

    @EventSourcingHandler
    void on(RouteTakenOver event) {
        channel = event.channelId();
    }

    @EventSourcingHandler
    void on(RouteReleased event) {
        former = channel;
        channel = null;
    }
}
