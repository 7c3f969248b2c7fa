package io.chatledger.kernel.channel;

import io.chatledger.kernel.claim.ClaimEvent;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRevision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to channels. */
public sealed interface ChannelEvent extends Event {

    /** Events of a channel's own stream. */
    sealed interface OfChannel extends ChannelEvent {
        ChannelId channelId();
    }

    /**
     * @param endpointClaim routes the webhooks of the endpoint
     * @param wabaId the provider's account that the endpoint is of, so named after the first provider's; null where there
     *     is none
     * @param displayPhoneNumber the endpoint as customers see it; null where there is none
     */
    @EventRevision(2)
    record ChannelConnected(
            ChannelId channelId,
            ClaimId endpointClaim,
            Endpoint endpoint,
            String name,
            @Nullable String wabaId,
            @Nullable String displayPhoneNumber,
            Instant at)
            implements OfChannel {}

    record ChannelDisconnected(ChannelId channelId, Instant at) implements OfChannel {}

    /**
     * The provider confirmed that the channel's token is for its number. Channels of before this was asked lack it: they
     * give way to one that has it.
     */
    record ChannelProved(ChannelId channelId, Instant at) implements OfChannel {}

    /** The number was proved to be somebody else's, who has connected it: this channel is disconnected. */
    record ChannelDisplaced(ChannelId channelId, Instant at) implements OfChannel {}

    /** Somebody else had the number connected without a proof; now it is this channel's. */
    record NumberTakenBack(ChannelId channelId, Instant at) implements OfChannel {}

    /** Webhooks of the endpoint, or of the account, go to this channel from now on. */
    record RouteClaimed(ClaimId claim, ChannelId channelId, Instant at) implements ChannelEvent, ClaimEvent.Taken {

        /** Those of the first provider have names of their own, by which their claims are found. */
        private static final ClaimKind NUMBER = new ClaimKind("channel", "phone-number-id");

        private static final ClaimKind BUSINESS_ACCOUNT = new ClaimKind("channel", "business-account");

        /** A provider's ids of endpoints, each of them one channel's of the whole installation. */
        public static ClaimKind endpoints(Provider provider) {
            return provider.equals(Provider.CLOUD_API) ? NUMBER : new ClaimKind("channel", provider + "-endpoint");
        }

        /** A provider's ids of accounts: what concerns none of an account's endpoints goes to one channel. */
        public static ClaimKind accounts(Provider provider) {
            return provider.equals(Provider.CLOUD_API)
                    ? BUSINESS_ACCOUNT
                    : new ClaimKind("channel", provider + "-account");
        }

        @Override
        public ChannelId holder() {
            return channelId;
        }
    }

    record RouteReleased(ClaimId claim, ChannelId channelId, Instant at) implements ChannelEvent, ClaimEvent.Released {
        @Override
        public ChannelId holder() {
            return channelId;
        }
    }

    /**
     * Webhooks of the endpoint go to another channel from now on, as that one proved whose it is.
     *
     * @param formerId the channel that loses it; it hears of it by {@link ChannelDisplaced}
     */
    record RouteTakenOver(ClaimId claim, ChannelId channelId, ChannelId formerId, Instant at)
            implements ChannelEvent, ClaimEvent.Taken {
        @Override
        public ChannelId holder() {
            return channelId;
        }
    }
}
