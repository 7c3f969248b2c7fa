package io.chatledger.command.channel;

import io.chatledger.kernel.channel.ChannelId;
import java.util.Optional;

/** What only the channel's adapter may know. */
public interface ChannelSecrets {

    /** The provider's bearer token; empty where the channel has none. Never log it. */
    Optional<String> accessToken(ChannelId channel);
}
