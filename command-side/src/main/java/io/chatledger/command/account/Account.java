package io.chatledger.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.account.AccountCommand.AccountProfile;
import io.chatledger.kernel.account.AccountCommand.DescribeAccount;
import io.chatledger.kernel.account.AccountEvent.AccountRegistered;
import io.chatledger.kernel.account.AccountEvent.TenantJoined;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A person who may sign in, in one or several tenants. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Account {

    @AggregateIdentifier
    private AccountId id;

    private String email;
    private String firstName;
    private String lastName;
    private final List<TenantId> tenants = new ArrayList<>();

    Account() {}

    void register(RegisterTenant c) {
        apply(new AccountRegistered(c.accountId(), c.email(), c.firstName(), c.lastName(), c.at()));
        apply(new TenantJoined(c.accountId(), c.tenant(), c.at()));
    }

    @CommandHandler
    AccountProfile handle(DescribeAccount command) {
        return new AccountProfile(id, email, firstName, lastName, List.copyOf(tenants));
    }

    @EventSourcingHandler
    void on(AccountRegistered event) {
        id = event.accountId();
        email = event.email();
        firstName = event.firstName();
        lastName = event.lastName();
    }

    @EventSourcingHandler
    void on(TenantJoined event) {
        tenants.add(event.tenant());
    }
}
