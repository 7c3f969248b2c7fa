package io.chatledger.kernel.channel;

import io.chatledger.kernel.claim.ClaimId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of channels. */
public sealed interface ChannelCommand {

    /**
     * Connects an endpoint whose provider has confirmed that it is the caller's, and that it is one of the account's. Secrets
     * are kept apart, under the channel's id.
     *
     * @param endpointClaim routes the webhooks of the endpoint
     * @param accountClaim routes the account's webhooks; null without an account
     * @param account the provider's id of the account that the endpoint is of; null where there is none, or nobody knows
     * @param address the endpoint as customers see it; null where there is nothing to see
     */
    record ConnectChannel(
            @TargetAggregateIdentifier ChannelId channelId,
            ClaimId endpointClaim,
            @Nullable ClaimId accountClaim,
            Endpoint endpoint,
            String name,
            @Nullable String account,
            @Nullable String address,
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
     * @param account the provider's id of the account that the endpoint is of; null where the channel names none
     * @param proved whether the provider has confirmed that the channel's token is for the endpoint
     */
    record ConnectedEndpoint(
            ClaimId endpointClaim,
            Endpoint endpoint,
            @Nullable String account,
            boolean connected,
            boolean proved) {}
}
