package io.chatledger.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import io.chatledger.kernel.channel.ChannelEvent.OfChannel;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A number through which a tenant talks. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Channel {

    @AggregateIdentifier
    private ChannelId id;

    private ChannelId numberClaim;
    private boolean connected;

    Channel() {}

    void connect(ConnectChannel c) {
        apply(new ChannelConnected(
                c.channelId(),
                c.numberClaim(),
                c.provider(),
                c.name(),
                c.phoneNumberId(),
                c.wabaId(),
                c.displayPhoneNumber(),
                c.at()));
    }

    /** @return the claim that is free again */
    ChannelId disconnect(Instant at) {
        if (!connected) {
            throw DomainProblem.conflict("invalid-transition", "The channel is disconnected already.");
        }
        apply(new ChannelDisconnected(id, at));
        return numberClaim;
    }

    boolean isConnected() {
        return connected;
    }

    @EventSourcingHandler
    void on(OfChannel event) {
        switch (event) {
            case ChannelConnected e -> {
                id = e.channelId();
                numberClaim = e.numberClaim();
                connected = true;
            }
            case ChannelDisconnected e -> connected = false;
        }
    }
}
