package io.chatledger.kernel.channel;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.RevisionUpcaster;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Ways to reach customers and to be reached by them. */
public final class ChannelFeature implements Feature {

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public String about() {
        return "Connected numbers, and the platform's routes by which a webhook finds its channel and tenant.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(ChannelEvent.class);
    }

    @Override
    public List<RevisionUpcaster> upcasters() {
        // An endpoint went by WhatsApp's name for it.
        return List.of(new RevisionUpcaster("channel.ChannelConnected", 1, ChannelFeature::withEndpoint));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of("channels.read", Role.agent, Role.auditor), Permission.of("channels.write"));
    }

    private static void withEndpoint(ObjectNode connected) {
        ObjectNode endpoint = connected.putObject("endpoint");
        endpoint.set("provider", connected.remove("provider"));
        endpoint.set("id", connected.remove("phoneNumberId"));
        connected.set("endpointClaim", connected.remove("numberClaim"));
    }
}
