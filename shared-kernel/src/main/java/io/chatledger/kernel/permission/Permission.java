package io.chatledger.kernel.permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that a caller may do or not.
 *
 * @param name such as {@code conversations.write}; what concerns the whole installation begins with {@code platform.}
 * @param roles the roles that have it in every tenant
 */
public record Permission(String name, Set<Role> roles) {

    private static final String PLATFORM = "platform.";

    public Permission {
        if (!name.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not the name of a permission: " + name);
        }
        if (name.startsWith(PLATFORM) != roles.equals(Set.of(Role.super_admin))) {
            throw new IllegalArgumentException(
                    "what begins with " + PLATFORM + " is for the super_admin alone, and nothing else is: " + name);
        }
        roles = Set.copyOf(roles);
    }

    /** One that whoever runs the tenant has, and the roles named besides. */
    public static Permission of(String name, Role... besides) {
        EnumSet<Role> roles = EnumSet.of(Role.super_admin, Role.owner, Role.admin);
        roles.addAll(List.of(besides));
        return new Permission(name, roles);
    }

    /** One that only whoever runs the installation has; its name begins with {@code platform.}. */
    public static Permission ofPlatform(String name) {
        return new Permission(name, Set.of(Role.super_admin));
    }
}
