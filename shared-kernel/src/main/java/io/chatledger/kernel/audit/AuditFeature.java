package io.chatledger.kernel.audit;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

/** The history, who looked at it, and the proof that it is whole. */
public final class AuditFeature implements Feature {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String about() {
        return "Who was shown personal data of customers; one stream for each record.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(AuditEvent.class);
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of("audit.read", Role.auditor),
                Permission.of("audit.write"),
                Permission.ofPlatform("platform.audit"));
    }
}
