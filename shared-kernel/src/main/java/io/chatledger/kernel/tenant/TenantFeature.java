package io.chatledger.kernel.tenant;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

/** Companies, and what they decide about the data that they keep. */
public final class TenantFeature implements Feature {

    @Override
    public String name() {
        return "tenant";
    }

    @Override
    public String about() {
        return "The companies that share the system, their members, and how long they keep personal data.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(TenantEvent.class);
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of("privacy.read", Role.auditor), Permission.of("privacy.write"));
    }
}
