package io.chatledger.command.conversation;

import io.chatledger.command.BlindIndex;
import io.chatledger.command.Commands;
import io.chatledger.kernel.channel.ChannelCommand.FindRoute;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
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

    @Override
    public Optional<ChannelId> byBusinessAccount(String wabaId) {
        return find("business-account", wabaId);
    }

    @Override
    public Set<TenantId> everOf(String phoneNumberId) {
        return events.readEvents(route(NUMBER, phoneNumberId).value())
                .asStream()
                .map(Message::getPayload)
                .filter(RouteClaimed.class::isInstance)
                .map(claimed -> ((RouteClaimed) claimed).channelId().tenant())
                .collect(Collectors.toSet());
    }

    private Optional<ChannelId> find(String kind, String value) {
        return Optional.ofNullable(commands.send(new FindRoute(route(kind, value)), LOOK_UP));
    }

    private ChannelId route(String kind, String value) {
        return ChannelId.of(TenantId.PLATFORM, blindIndex.key(TenantId.PLATFORM, kind, value));
    }
}
