package io.chatledger.command.channel;

import io.chatledger.command.claim.Claims;
import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedEndpoint;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisconnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisplaceChannel;
import io.chatledger.kernel.channel.ChannelCommand.ProveChannel;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelEvent.RouteReleased;
import io.chatledger.kernel.channel.ChannelEvent.RouteTakenOver;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Connects numbers: a number belongs to one channel of one tenant at a time, to one that proved it if there is one. */
final class ChannelConnections {

    private final Repository<Channel> channels;
    private final Claims claims;

    ChannelConnections(Repository<Channel> channels, Claims claims) {
        this.channels = channels;
        this.claims = claims;
    }

    @CommandHandler
    void handle(ConnectChannel command) throws Exception {
        ChannelId holder = holder(command.endpointClaim());
        if (holder == null) {
            verifyNotKept(command);
            claims.takeAsFound(null, new RouteClaimed(command.endpointClaim(), command.channelId(), command.at()));
        } else if (isProved(holder)) {
            throw DomainProblem.conflict("phone-number-taken", "This phone number id is connected already.");
        } else {
            claims.takeAsFound(
                    holder, new RouteTakenOver(command.endpointClaim(), command.channelId(), holder, command.at()));
        }
        if (command.accountClaim() != null) {
            claimAccount(command.accountClaim(), command);
        }
        Aggregate<Channel> channel = channels.loadOrCreate(command.channelId().value(), Channel::new);
        channel.execute(one -> one.connect(command));
        if (holder != null && !holder.tenant().equals(command.channelId().tenant())) {
            channel.execute(one -> one.tookBack(command.at()));
        }
    }

    private @Nullable ChannelId holder(ClaimId claim) {
        return (ChannelId) claims.find(claim).holder();
    }

    private void verifyNotKept(ConnectChannel command) {
        StreamId former = claims.find(command.endpointClaim()).former();
        if (former != null && !former.tenant().equals(command.channelId().tenant())) {
            new NumberMustNotBeKept(channels.load(former.value()).invoke(Channel::leftByOwnerAt), command.at())
                    .verify();
        }
    }

    /**
     * The first connected channel of a business account gets what concerns none of its numbers, unless it never proved
     * that the account is its tenant's.
     */
    private void claimAccount(ClaimId claim, ConnectChannel command) {
        RouteClaimed claimed = new RouteClaimed(claim, command.channelId(), command.at());
        ChannelId holder = holder(claim);
        if (holder == null || !stays(holder, command.channelId())) {
            claims.takeAsFound(holder, claimed);
        }
    }

    private boolean stays(ChannelId holder, ChannelId newcomer) {
        boolean connected = Objects.requireNonNull(channels.load(holder.value()).invoke(Channel::isConnected));
        return connected && (isProved(holder) || holder.tenant().equals(newcomer.tenant()));
    }

    private boolean isProved(ChannelId channel) {
        return Objects.requireNonNull(channels.load(channel.value()).invoke(Channel::isProved));
    }

    @CommandHandler
    void handle(DisconnectChannel command) {
        ClaimId claim = channels.load(command.channelId().value()).invoke(channel -> channel.disconnect(command.at()));
        claims.release(new RouteReleased(claim, command.channelId(), command.at()));
    }

    @CommandHandler
    void handle(ProveChannel command) {
        Aggregate<Channel> channel = channels.load(command.channelId().value());
        channel.execute(one -> one.prove(command.at()));
        if (!command.channelId().equals(holder(channel.invoke(Channel::endpoint).endpointClaim()))) {
            throw DomainProblem.conflict("phone-number-taken", "Another company has proved that the number is theirs.");
        }
    }

    @CommandHandler
    void handle(DisplaceChannel command) {
        channels.load(command.channelId().value()).execute(channel -> channel.displace(command.at()));
    }

    @CommandHandler
    ConnectedEndpoint handle(DescribeChannel command) {
        return channels.load(command.channelId().value()).invoke(Channel::endpoint);
    }
}
