package io.chatledger.command.channel;

import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedNumber;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisconnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisplaceChannel;
import io.chatledger.kernel.channel.ChannelCommand.FindRoute;
import io.chatledger.kernel.channel.ChannelCommand.ProveChannel;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Connects numbers: a number belongs to one channel of one tenant at a time, to one that proved it if there is one. */
final class ChannelConnections {

    private final Repository<Channel> channels;
    private final Repository<Route> routes;

    ChannelConnections(Repository<Channel> channels, Repository<Route> routes) {
        this.channels = channels;
        this.routes = routes;
    }

    @CommandHandler
    void handle(ConnectChannel command) throws Exception {
        Aggregate<Route> number = routes.loadOrCreate(command.numberClaim().value(), Route::new);
        ChannelId holder = number.invoke(Route::channel);
        if (holder == null) {
            verifyNotKept(number, command);
            number.execute(route -> route.claim(command.numberClaim(), command.channelId(), command.at()));
        } else if (isProved(holder)) {
            throw DomainProblem.conflict("phone-number-taken", "This phone number id is connected already.");
        } else {
            number.execute(route -> route.takeOver(command.channelId(), holder, command.at()));
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

    private void verifyNotKept(Aggregate<Route> number, ConnectChannel command) {
        ChannelId former = number.invoke(Route::former);
        if (former != null && !former.tenant().equals(command.channelId().tenant())) {
            new NumberMustNotBeKept(channels.load(former.value()).invoke(Channel::leftByOwnerAt), command.at())
                    .verify();
        }
    }

    /**
     * The first connected channel of a business account gets what concerns none of its numbers, unless it never proved
     * that the account is its tenant's.
     */
    private void claimAccount(ChannelId claim, ConnectChannel command) throws Exception {
        Aggregate<Route> account = routes.loadOrCreate(claim.value(), Route::new);
        ChannelId holder = account.invoke(Route::channel);
        if (holder == null || !stays(holder, command.channelId())) {
            account.execute(route -> route.claim(claim, command.channelId(), command.at()));
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
        ChannelId claim =
                channels.load(command.channelId().value()).invoke(channel -> channel.disconnect(command.at()));
        Aggregate<Route> route = routes.load(claim.value());
        if (command.channelId().equals(route.invoke(Route::channel))) {
            route.execute(one -> one.release(command.at()));
        }
    }

    @CommandHandler
    void handle(ProveChannel command) {
        Aggregate<Channel> channel = channels.load(command.channelId().value());
        channel.execute(one -> one.prove(command.at()));
        if (!command.channelId()
                .equals(handle(new FindRoute(channel.invoke(Channel::number).numberClaim())))) {
            throw DomainProblem.conflict("phone-number-taken", "Another company has proved that the number is theirs.");
        }
    }

    @CommandHandler
    void handle(DisplaceChannel command) {
        channels.load(command.channelId().value()).execute(channel -> channel.displace(command.at()));
    }

    @CommandHandler
    ConnectedNumber handle(DescribeChannel command) {
        return channels.load(command.channelId().value()).invoke(Channel::number);
    }

    @CommandHandler
    @Nullable
    ChannelId handle(FindRoute command) {
        try {
            return routes.load(command.claim().value()).invoke(Route::channel);
        } catch (AggregateNotFoundException unknown) {
            return null;
        }
    }
}
