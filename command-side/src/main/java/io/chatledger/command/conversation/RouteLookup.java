package io.chatledger.command.conversation;

import io.chatledger.command.BlindIndex;
import io.chatledger.command.Commands;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedNumber;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelCommand.FindRoute;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the channel that a provider's id belongs to. */
@Component
class RouteLookup implements ChannelRoutes {

    private static final Origin LOOK_UP = Origin.of(TenantId.PLATFORM, Actor.SYSTEM);

    private final Commands commands;
    private final BlindIndex blindIndex;

    RouteLookup(Commands commands, BlindIndex blindIndex) {
        this.commands = commands;
        this.blindIndex = blindIndex;
    }

    @Override
    public Optional<ChannelId> byPhoneNumberId(String phoneNumberId) {
        return find("phone-number-id", phoneNumberId);
    }

    /** A channel that has lost its number, or given it back, has no say about the account either. */
    @Override
    public Optional<ChannelId> byBusinessAccount(String wabaId) {
        return find("business-account", wabaId).filter(this::hasItsNumber);
    }

    private boolean hasItsNumber(ChannelId channel) {
        ConnectedNumber number = commands.send(new DescribeChannel(channel), LOOK_UP);
        return channel.equals(commands.send(new FindRoute(number.numberClaim()), LOOK_UP));
    }

    private Optional<ChannelId> find(String kind, String value) {
        return Optional.ofNullable(commands.send(
                new FindRoute(ChannelId.of(TenantId.PLATFORM, blindIndex.key(TenantId.PLATFORM, kind, value))),
                LOOK_UP));
    }
}
