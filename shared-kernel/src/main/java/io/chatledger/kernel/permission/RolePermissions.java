package io.chatledger.kernel.permission;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which role may do what. */
public final class RolePermissions {

    private final Set<String> known;
    private final Map<Role, Permissions> ofRoles = new EnumMap<>(Role.class);

    /** @throws IllegalStateException if two are of one name */
    public RolePermissions(Collection<Permission> declared) {
        Map<String, Permission> byName = declared.stream()
                .collect(Collectors.toUnmodifiableMap(Permission::name, one -> one, RolePermissions::twice));
        known = byName.keySet();
        for (Role role : Role.values()) {
            ofRoles.put(role, new Permissions(known, namesOf(role, declared)));
        }
    }

    public Permissions of(Role role) {
        return Objects.requireNonNull(ofRoles.get(role));
    }

    /** The names of all permissions that a feature declares. */
    public Set<String> known() {
        return known;
    }

    private static Set<String> namesOf(Role role, Collection<Permission> declared) {
        return declared.stream()
                .filter(permission -> permission.roles().contains(role))
                .map(Permission::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Permission twice(Permission one, Permission other) {
        throw new IllegalStateException("two features declare the permission " + other.name());
    }
}
