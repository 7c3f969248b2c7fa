package io.chatledger.kernel.channel;

import io.chatledger.kernel.message.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to channels. */
public sealed interface ChannelEvent extends Event {

    /** Events of a channel's own stream. */
    sealed interface OfChannel extends ChannelEvent {
        ChannelId channelId();
    }

    /** @param numberClaim the platform's stream that routes the number */
    record ChannelConnected(
            ChannelId channelId,
            ChannelId numberClaim,
            Provider provider,
            String name,
            String phoneNumberId,
            @Nullable String wabaId,
            @Nullable String displayPhoneNumber,
            Instant at)
            implements OfChannel {}

    record ChannelDisconnected(ChannelId channelId, Instant at) implements OfChannel {}

    /** Webhooks of the number, or of the business account, go to this channel from now on. */
    record RouteClaimed(ChannelId claim, ChannelId channelId, Instant at) implements ChannelEvent {}

    record RouteReleased(ChannelId claim, ChannelId channelId, Instant at) implements ChannelEvent {}
}
