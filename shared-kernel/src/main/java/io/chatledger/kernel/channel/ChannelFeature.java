package io.chatledger.kernel.channel;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

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
    public List<Permission> permissions() {
        return List.of(Permission.of("channels.read", Role.agent, Role.auditor), Permission.of("channels.write"));
    }
}
