package io.chatledger.command.account;

import io.chatledger.command.claim.Claims;
import io.chatledger.kernel.account.AccountEvent.EmailClaimed;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Signs a company up: tenant, first account and both claims in one append. */
final class Registration {

    private final Repository<Tenant> tenants;
    private final Repository<Account> accounts;
    private final Claims claims;

    Registration(Repository<Tenant> tenants, Repository<Account> accounts, Claims claims) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.claims = claims;
    }

    @CommandHandler
    void handle(RegisterTenant c) throws Exception {
        if (!claims.take(new EmailClaimed(c.emailClaim(), c.accountId(), c.at()))) {
            throw DomainProblem.conflict("email-taken", "There is an account with this e-mail address already.");
        }
        if (!claims.take(new SlugClaimed(c.slugClaim(), c.tenant(), c.at()))) {
            throw DomainProblem.conflict("slug-taken", "There is a company with this slug already.");
        }
        tenants.loadOrCreate(c.tenantStream().value(), Tenant::new).execute(tenant -> tenant.register(c));
        accounts.loadOrCreate(c.accountId().value(), Account::new).execute(account -> account.register(c));
    }
}
