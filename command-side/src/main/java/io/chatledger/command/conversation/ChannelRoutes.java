package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import java.util.Set;

/** Finds the channel, and with it the tenant, that a provider's webhook is for. */
public interface ChannelRoutes {

    Optional<ChannelId> byEndpoint(Endpoint endpoint);

    /** The tenants that have or once had the endpoint. */
    Set<TenantId> everOf(Endpoint endpoint);

    /** @param account the provider's id of an account that may have several endpoints */
    Optional<ChannelId> byAccount(Provider provider, String account);
}
