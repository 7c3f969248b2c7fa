package io.chatledger.command.channel;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.vault.SecretVault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The providers' access tokens, one a channel, in the vault. */
@Component
class ChannelTokens implements ChannelSecrets {

    private static final String NAME = "access-token";

    private final SecretVault vault;

    ChannelTokens(SecretVault vault) {
        this.vault = vault;
    }

    @Override
    public Optional<String> accessToken(ChannelId channel) {
        return vault.find(channel.tenant(), channel.key(), NAME)
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    void put(ChannelId channel, String token) {
        vault.put(channel.tenant(), channel.key(), NAME, token.getBytes(StandardCharsets.UTF_8));
    }

    void forget(ChannelId channel) {
        vault.remove(channel.tenant(), channel.key(), NAME);
    }
}
