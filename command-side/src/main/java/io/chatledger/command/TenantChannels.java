package io.chatledger.command;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;

/** Knows a tenant's channels, disconnected ones too; one that has just been connected may be missing. */
@FunctionalInterface
public interface TenantChannels {

    List<ChannelId> of(TenantId tenant);
}
