package io.chatledger.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.account.AccountCommand.FindByEmail;
import io.chatledger.kernel.account.AccountEvent.EmailClaimed;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** Which account has an e-mail address. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class EmailClaim {

    @AggregateIdentifier
    private AccountId id;

    private AccountId account;

    EmailClaim() {}

    void claim(AccountId claim, AccountId newAccount, Instant at) {
        if (account != null) {
            throw DomainProblem.conflict("email-taken", "There is an account with this e-mail address already.");
        }
        apply(new EmailClaimed(claim, newAccount, at));
    }

    @CommandHandler
    AccountId handle(FindByEmail command) {
        return account;
    }

    @EventSourcingHandler
    void on(EmailClaimed event) {
        id = event.claim();
        account = event.accountId();
    }
}
