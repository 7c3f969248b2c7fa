package io.chatledger.command.account;

import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Signs a company up: tenant, first account and both claims in one append. */
final class Registration {

    private final Repository<Tenant> tenants;
    private final Repository<SlugClaim> slugs;
    private final Repository<Account> accounts;
    private final Repository<EmailClaim> emails;

    Registration(
            Repository<Tenant> tenants,
            Repository<SlugClaim> slugs,
            Repository<Account> accounts,
            Repository<EmailClaim> emails) {
        this.tenants = tenants;
        this.slugs = slugs;
        this.accounts = accounts;
        this.emails = emails;
    }

    @CommandHandler
    void handle(RegisterTenant c) throws Exception {
        emails.loadOrCreate(c.emailClaim().value(), EmailClaim::new)
                .execute(claim -> claim.claim(c.emailClaim(), c.accountId(), c.at()));
        slugs.loadOrCreate(c.slugClaim().value(), SlugClaim::new)
                .execute(claim -> claim.claim(c.slugClaim(), c.tenant(), c.at()));
        tenants.loadOrCreate(c.tenantStream().value(), Tenant::new).execute(tenant -> tenant.register(c));
        accounts.loadOrCreate(c.accountId().value(), Account::new).execute(account -> account.register(c));
    }
}
