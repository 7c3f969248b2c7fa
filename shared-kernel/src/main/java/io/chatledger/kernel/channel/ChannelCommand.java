package io.chatledger.kernel.channel;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of channels. */
public sealed interface ChannelCommand {

    /**
     * Connects a number. Its secret is kept apart, under the channel's id.
     *
     * @param numberClaim the platform's claim that routes the number's webhooks
     * @param accountClaim the platform's entry that routes the business account's webhooks; null without a wabaId
     * @param wabaId WhatsApp business account; null where the caller does not know it
     */
    record ConnectChannel(
            @TargetAggregateIdentifier ChannelId channelId,
            ChannelId numberClaim,
            @Nullable ChannelId accountClaim,
            Provider provider,
            String name,
            String phoneNumberId,
            @Nullable String wabaId,
            @Nullable String displayPhoneNumber,
            Instant at)
            implements ChannelCommand {}

    /** Stops a number; its claim is free again. */
    record DisconnectChannel(@TargetAggregateIdentifier ChannelId channelId, Instant at) implements ChannelCommand {}

    /** Answers the {@link ChannelId} that a claim routes to, or null; changes nothing. */
    record FindRoute(@TargetAggregateIdentifier ChannelId claim) implements ChannelCommand {}
}
