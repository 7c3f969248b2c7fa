package io.chatledger.command.channel;

import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisconnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.FindRoute;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.problem.DomainProblem;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Connects numbers: a number belongs to one channel of one tenant at a time. */
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
        if (number.invoke(Route::channel) != null) {
            throw DomainProblem.conflict("phone-number-taken", "This phone number id is connected already.");
        }
        number.execute(route -> route.claim(command.numberClaim(), command.channelId(), command.at()));
        if (command.accountClaim() != null) {
            claimAccount(command.accountClaim(), command);
        }
        channels.loadOrCreate(command.channelId().value(), Channel::new).execute(channel -> channel.connect(command));
    }

    /** The first connected channel of a business account gets what concerns none of its numbers. */
    private void claimAccount(ChannelId claim, ConnectChannel command) throws Exception {
        Aggregate<Route> account = routes.loadOrCreate(claim.value(), Route::new);
        ChannelId holder = account.invoke(Route::channel);
        if (holder == null || !channels.load(holder.value()).invoke(Channel::isConnected)) {
            account.execute(route -> route.claim(claim, command.channelId(), command.at()));
        }
    }

    @CommandHandler
    void handle(DisconnectChannel command) {
        ChannelId claim =
                channels.load(command.channelId().value()).invoke(channel -> channel.disconnect(command.at()));
        routes.load(claim.value()).execute(route -> route.release(command.at()));
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
