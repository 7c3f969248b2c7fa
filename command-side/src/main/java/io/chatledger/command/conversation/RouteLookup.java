package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedEndpoint;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** Finds the channel that a provider's id belongs to. */
@Component
class RouteLookup implements ChannelRoutes {

    private static final Origin LOOK_UP = Origin.of(TenantId.PLATFORM, Actor.SYSTEM);

    private final Commands commands;
    private final ClaimIndex claims;
    private final EventStore events;

    RouteLookup(Commands commands, ClaimIndex claims, EventStore events) {
        this.commands = commands;
        this.claims = claims;
        this.events = events;
    }

    @Override
    public Optional<ChannelId> byEndpoint(Endpoint endpoint) {
        return find(claim(endpoint));
    }

    /** A channel that has lost its endpoint, or given it back, has no say about the account either. */
    @Override
    public Optional<ChannelId> byAccount(Provider provider, String account) {
        return find(claims.of(TenantId.PLATFORM, RouteClaimed.accounts(provider), account))
                .filter(this::hasItsEndpoint);
    }

    private boolean hasItsEndpoint(ChannelId channel) {
        ConnectedEndpoint known = commands.send(new DescribeChannel(channel), LOOK_UP);
        return channel.equals(commands.send(new FindHolder(known.endpointClaim()), LOOK_UP));
    }

    @Override
    public Set<TenantId> everOf(Endpoint endpoint) {
        return events.readEvents(claim(endpoint).value())
                .asStream()
                .map(Message::getPayload)
                .filter(ClaimEvent.Taken.class::isInstance)
                .map(taken -> ((ClaimEvent.Taken) taken).holder().tenant())
                .collect(Collectors.toSet());
    }

    private Optional<ChannelId> find(ClaimId claim) {
        return Optional.ofNullable(commands.send(new FindHolder(claim), LOOK_UP));
    }

    private ClaimId claim(Endpoint endpoint) {
        return claims.of(TenantId.PLATFORM, RouteClaimed.endpoints(endpoint.provider()), endpoint.id());
    }
}
