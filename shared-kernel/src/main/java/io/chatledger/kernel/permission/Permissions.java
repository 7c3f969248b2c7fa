package io.chatledger.kernel.permission;

import java.util.Set;

/** What somebody may do, of all that there is to be permitted. */
public final class Permissions {

    private final Set<String> known;
    private final Set<String> granted;

    Permissions(Set<String> known, Set<String> granted) {
        this.known = known;
        this.granted = granted;
    }

    /**
     * @throws IllegalArgumentException if no feature declares such a permission: a misspelt one would silently shut
     *     everybody out
     */
    public boolean contain(String permission) {
        if (!known.contains(permission)) {
            throw new IllegalArgumentException("no feature declares the permission " + permission);
        }
        return granted.contains(permission);
    }
}
