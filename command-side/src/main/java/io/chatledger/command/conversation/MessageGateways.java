package io.chatledger.command.conversation;

import io.chatledger.kernel.channel.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends each message through its own provider. */
@Component
class MessageGateways {

    private final Map<Provider, MessageGateway> byProvider = new HashMap<>();

    /** @throws IllegalStateException if two are for the same provider */
    MessageGateways(List<MessageGateway> gateways) {
        for (MessageGateway gateway : gateways) {
            if (byProvider.put(gateway.provider(), gateway) != null) {
                throw new IllegalStateException("two gateways send for " + gateway.provider());
            }
        }
    }

    SendResult send(OutboundMessage message) {
        MessageGateway gateway = byProvider.get(message.endpoint().provider());
        return gateway == null ? new SendResult.NotSent("no-gateway", false) : gateway.send(message);
    }
}
