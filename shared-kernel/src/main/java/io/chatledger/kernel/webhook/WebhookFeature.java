package io.chatledger.kernel.webhook;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

/** What providers have posted. */
public final class WebhookFeature implements Feature {

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String about() {
        return "What became of the webhook bodies in the journal.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(WebhookEvent.class);
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of("journal.read", Role.auditor), Permission.of("journal.write"));
    }
}
