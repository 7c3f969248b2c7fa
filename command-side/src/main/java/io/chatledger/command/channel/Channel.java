package io.chatledger.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedEndpoint;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisplaced;
import io.chatledger.kernel.channel.ChannelEvent.ChannelProved;
import io.chatledger.kernel.channel.ChannelEvent.NumberTakenBack;
import io.chatledger.kernel.channel.ChannelEvent.OfChannel;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A number through which a tenant talks. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Channel {

    @AggregateIdentifier
    private ChannelId id;

    private ClaimId endpointClaim;
    private Endpoint endpoint;
    private @Nullable String account;
    private boolean connected;
    private boolean proved;
    private @Nullable Instant disconnectedAt;

    Channel() {}

    void connect(ConnectChannel c) {
        apply(new ChannelConnected(
                c.channelId(), c.endpointClaim(), c.endpoint(), c.name(), c.account(), c.address(), c.at()));
        apply(new ChannelProved(c.channelId(), c.at()));
    }

    void tookBack(Instant at) {
        apply(new NumberTakenBack(id, at));
    }

    /** Whoever proves a number twice has it no more than before. */
    void prove(Instant at) {
        mustBeConnected();
        if (!proved) {
            apply(new ChannelProved(id, at));
        }
    }

    /** It may be told more than once. */
    void displace(Instant at) {
        if (connected) {
            apply(new ChannelDisplaced(id, at));
        }
    }

    /** @return the claim that is free again */
    ClaimId disconnect(Instant at) {
        mustBeConnected();
        apply(new ChannelDisconnected(id, at));
        return endpointClaim;
    }

    ConnectedEndpoint endpoint() {
        return new ConnectedEndpoint(endpointClaim, endpoint, account, connected, proved);
    }

    boolean isConnected() {
        return connected;
    }

    boolean isProved() {
        return proved;
    }

    /** When its owner disconnected it; null where that did not happen, or where nobody knows whether it was the owner. */
    @Nullable
    Instant leftByOwnerAt() {
        return proved ? disconnectedAt : null;
    }

    private void mustBeConnected() {
        if (!connected) {
            throw DomainProblem.conflict("invalid-transition", "The channel is disconnected already.");
        }
    }

    @EventSourcingHandler
    void on(OfChannel event) {
        switch (event) {
            case ChannelConnected e -> {
                id = e.channelId();
                endpointClaim = e.endpointClaim();
                endpoint = e.endpoint();
                account = e.wabaId();
                connected = true;
            }
            case ChannelProved e -> proved = true;
            case ChannelDisconnected e -> {
                connected = false;
                disconnectedAt = e.at();
            }
            case ChannelDisplaced e -> connected = false;
            case NumberTakenBack e -> {}
        }
    }
}
