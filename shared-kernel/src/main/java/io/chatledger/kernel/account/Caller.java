package io.chatledger.kernel.account;

import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;

/** Who calls the API: an account, in one tenant, with the permissions of its role there. */
public record Caller(TenantId tenant, AccountId accountId, Role role) {

    public Actor actor() {
        return Actor.account(accountId.key());
    }

    /**
     * Whether the role grants a permission such as {@code conversations.write}; {@code tenant.*} grants all but the
     * platform's own.
     */
    public boolean may(String permission) {
        boolean platform = permission.startsWith("platform.");
        return role.permissions().contains(permission)
                || role.permissions().contains(platform ? "platform.*" : "tenant.*");
    }

    /** @throws DomainProblem {@code forbidden} */
    public void require(String permission) {
        if (!may(permission)) {
            throw new DomainProblem(
                    DomainProblem.Kind.FORBIDDEN, "forbidden", "This needs the permission " + permission + ".");
        }
    }
}
