package io.chatledger.kernel.channel;

import io.chatledger.kernel.claim.ClaimId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of channels. */
public sealed interface ChannelCommand {

    /**
     * Connects a number whose provider has confirmed that the caller's token is for it, and that it is one of the
     * business account's. The secret is kept apart, under the channel's id.
     *
     * @param endpointClaim routes the webhooks of the endpoint
     * @param accountClaim routes the business account's webhooks; null without a wabaId
     * @param wabaId WhatsApp business account; null where the caller does not know it
     */
    record ConnectChannel(
            @TargetAggregateIdentifier ChannelId channelId,
            ClaimId endpointClaim,
            @Nullable ClaimId accountClaim,
            Endpoint endpoint,
            String name,
            @Nullable String wabaId,
            @Nullable String displayPhoneNumber,
            Instant at)
            implements ChannelCommand {}

    /** Stops a number; its claim is free again, for others after a while where it was proved. */
    record DisconnectChannel(@TargetAggregateIdentifier ChannelId channelId, Instant at) implements ChannelCommand {}

    /** The provider has confirmed that the channel's own token is for its number. */
    record ProveChannel(@TargetAggregateIdentifier ChannelId channelId, Instant at) implements ChannelCommand {}

    /** Ends a channel that never proved its number, as another one did. */
    record DisplaceChannel(@TargetAggregateIdentifier ChannelId channelId, Instant at) implements ChannelCommand {}

    /** Answers a {@link ConnectedEndpoint}; changes nothing. */
    record DescribeChannel(@TargetAggregateIdentifier ChannelId channelId) implements ChannelCommand {}

    /**
     * An endpoint as its channel knows it.
     *
     * @param endpointClaim routes the webhooks of the endpoint
     * @param wabaId WhatsApp business account; null where the channel names none
     * @param proved whether the provider has confirmed that the channel's token is for the number
     */
    record ConnectedEndpoint(
            ClaimId endpointClaim,
            Endpoint endpoint,
            @Nullable String wabaId,
            boolean connected,
            boolean proved) {}
}
