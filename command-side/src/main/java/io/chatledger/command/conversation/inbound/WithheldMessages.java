package io.chatledger.command.conversation.inbound;

import io.chatledger.command.Commands;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.conversation.ConversationCommand.WithholdMessage;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.UUID;

/** Messages whose senders have been erased since. */
public record WithheldMessages(Commands commands, ProviderKeys keys, InstantSource clock) {

    /** All that is kept is that the message was there. */
    public void add(TenantId tenant, Endpoint endpoint, String messageId, UUID delivery) {
        commands.send(
                new WithholdMessage(keys.message(tenant, endpoint, messageId), delivery.toString(), clock.instant()),
                Origin.of(tenant, Actor.SYSTEM).correlatedWith(delivery.toString()));
    }
}
