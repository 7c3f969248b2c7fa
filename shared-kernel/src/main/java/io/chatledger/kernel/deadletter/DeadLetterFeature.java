package io.chatledger.kernel.deadletter;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Permission;
import java.util.List;

/** Events that somebody could not handle. */
public final class DeadLetterFeature implements Feature {

    @Override
    public String name() {
        return "deadletter";
    }

    @Override
    public String about() {
        return "Events that a projection or automation was told to pass over, by whom and why.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(DeadLetterEvent.class);
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.ofPlatform("platform.dead-letters"));
    }
}
