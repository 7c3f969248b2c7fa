package io.chatledger.command.conversation;

import io.chatledger.command.Commands;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedNumber;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelCommand.FindRoute;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelEvent.RouteTakenOver;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** Finds the channel that a provider's id belongs to. */
@Component
class RouteLookup implements ChannelRoutes {

    private static final Origin LOOK_UP = Origin.of(TenantId.PLATFORM, Actor.SYSTEM);

    private static final String NUMBER = "phone-number-id";

    private final Commands commands;
    private final BlindIndex blindIndex;
    private final EventStore events;

    RouteLookup(Commands commands, BlindIndex blindIndex, EventStore events) {
        this.commands = commands;
        this.blindIndex = blindIndex;
        this.events = events;
    }

    @Override
    public Optional<ChannelId> byPhoneNumberId(String phoneNumberId) {
        return find(NUMBER, phoneNumberId);
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

    @Override
    public Set<TenantId> everOf(String phoneNumberId) {
        return events.readEvents(route(NUMBER, phoneNumberId).value())
                .asStream()
                .map(Message::getPayload)
                .flatMap(RouteLookup::holder)
                .map(ChannelId::tenant)
                .collect(Collectors.toSet());
    }

    private static Stream<ChannelId> holder(Object event) {
        return switch (event) {
            case RouteClaimed claimed -> Stream.of(claimed.channelId());
            case RouteTakenOver taken -> Stream.of(taken.channelId());
            default -> Stream.empty();
        };
    }

    private Optional<ChannelId> find(String kind, String value) {
        return Optional.ofNullable(commands.send(new FindRoute(route(kind, value)), LOOK_UP));
    }

    private ChannelId route(String kind, String value) {
        return ChannelId.of(TenantId.PLATFORM, blindIndex.key(TenantId.PLATFORM, kind, value));
    }
}
