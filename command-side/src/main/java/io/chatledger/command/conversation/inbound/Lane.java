package io.chatledger.command.conversation.inbound;

import io.chatledger.kernel.channel.Endpoint;

/** Names the lane in which what concerns one thing of an endpoint keeps its order. */
final class Lane {

    private Lane() {}

    static String of(Endpoint endpoint, String thing) {
        return endpoint.provider() + "/" + endpoint.id() + "/" + thing;
    }
}
