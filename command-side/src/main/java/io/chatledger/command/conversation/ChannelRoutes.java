package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import java.util.Optional;

/** Finds the channel, and with it the tenant, that a provider's webhook is for. */
public interface ChannelRoutes {

    Optional<ChannelId> byPhoneNumberId(String phoneNumberId);

    /** @param wabaId WhatsApp business account, the {@code entry.id} of its webhooks */
    Optional<ChannelId> byBusinessAccount(String wabaId);
}
