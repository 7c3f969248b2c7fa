package io.chatledger.command.conversation.inbound;

import io.chatledger.command.conversation.ChannelRoutes;
import io.chatledger.command.webhook.DeliveryPart;
import io.chatledger.command.webhook.PartResult;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;

/** A part may wait for long; what has become another tenant's meanwhile is not for this one to read. */
public record WhileItsOwn(ChannelRoutes routes) {

    /** @param channel whose endpoint it was when the part was made */
    public DeliveryPart part(Endpoint endpoint, ChannelId channel, DeliveryPart part) {
        return new DeliveryPart(
                part.tenant(),
                part.lane(),
                delivery -> routes.byEndpoint(endpoint)
                                .filter(now -> !now.tenant().equals(channel.tenant()))
                                .isPresent()
                        ? new PartResult.Moved()
                        : part.work().run(delivery));
    }
}
