package io.chatledger.kernel.permission;

import java.util.Set;

/** What a member may do in a tenant, named as callers see it. A role is a set of permissions. */
public enum Role {
    super_admin(Set.of("platform.*", "tenant.*")),
    owner(Set.of("tenant.*")),
    admin(Set.of("tenant.*")),
    agent(Set.of("conversations.read", "conversations.write", "contacts.read", "channels.read")),
    auditor(Set.of(
            "conversations.read",
            "contacts.read",
            "contacts.export",
            "channels.read",
            "journal.read",
            "privacy.read",
            "audit.read",
            "reports.read"));

    private final Set<String> permissions;

    Role(Set<String> permissions) {
        this.permissions = permissions;
    }

    /** Permission strings as they stand in an access token. */
    public Set<String> permissions() {
        return permissions;
    }
}
