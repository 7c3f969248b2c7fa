package io.chatledger.kernel.account;

import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.permission.Permissions;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.util.UUID;

/**
 * Who calls the API: an account, in one tenant, with the permissions of its role there.
 *
 * @param session in which it has signed in
 */
public record Caller(TenantId tenant, AccountId accountId, Role role, Permissions permissions, UUID session) {

    public Actor actor() {
        return Actor.account(accountId.key());
    }

    /**
     * Whether the role has a permission such as {@code conversations.write}.
     *
     * @throws IllegalArgumentException if no feature declares it
     */
    public boolean may(String permission) {
        return permissions.contain(permission);
    }

    /** @throws DomainProblem {@code forbidden} */
    public void require(String permission) {
        if (!may(permission)) {
            throw new DomainProblem(
                    DomainProblem.Kind.FORBIDDEN, "forbidden", "This needs the permission " + permission + ".");
        }
    }
}
