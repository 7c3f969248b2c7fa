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
        ChannelId account = command.accountClaim();
        if (account != null) {
            Aggregate<Route> accountRoute = routes.loadOrCreate(account.value(), Route::new);
            if (accountRoute.invoke(Route::channel) == null) {
                accountRoute.execute(route -> route.claim(account, command.channelId(), command.at()));
            }
        }
        channels.loadOrCreate(command.channelId().value(), Channel::new).execute(channel -> channel.connect(command));
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
