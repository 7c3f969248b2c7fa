package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import java.util.Set;

/** Finds the channel, and with it the tenant, that a provider's webhook is for. */
public interface ChannelRoutes {

    Optional<ChannelId> byPhoneNumberId(String phoneNumberId);

    /** The tenants that have or once had the number. */
    Set<TenantId> everOf(String phoneNumberId);

    /** @param wabaId WhatsApp business account, the {@code entry.id} of its webhooks */
    Optional<ChannelId> byBusinessAccount(String wabaId);
}
