package io.chatledger.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.Plan;
import io.chatledger.kernel.tenant.TenantCommand.DescribeMembership;
import io.chatledger.kernel.tenant.TenantCommand.Membership;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantCommand.SetRetention;
import io.chatledger.kernel.tenant.TenantEvent.MemberJoined;
import io.chatledger.kernel.tenant.TenantEvent.RetentionSet;
import io.chatledger.kernel.tenant.TenantEvent.TenantRegistered;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A company and its members. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class Tenant {

    @AggregateIdentifier
    private TenantStreamId id;

    private TenantRegistered registration;
    private @Nullable RetentionSet retention;
    private final Map<AccountId, Role> members = new HashMap<>();

    Tenant() {}

    void register(RegisterTenant c) {
        apply(new TenantRegistered(
                c.tenant(), c.name(), c.slug(), Plan.free, c.timeZone(), c.currency(), c.locale(), c.at()));
        apply(new MemberJoined(c.tenant(), c.accountId(), c.role(), c.at()));
    }

    boolean has(AccountId account) {
        return members.containsKey(account);
    }

    @CommandHandler
    Membership handle(DescribeMembership command) {
        Role role = members.get(command.accountId());
        if (role == null) {
            throw DomainProblem.notFound("membership");
        }
        return new Membership(
                registration.tenant(),
                registration.slug(),
                registration.name(),
                registration.plan(),
                registration.timeZone(),
                registration.currency(),
                role);
    }

    @CommandHandler
    void handle(SetRetention c) {
        boolean same = retention != null
                && retention.journalBodiesDays() == c.journalBodiesDays()
                && Objects.equals(retention.inactiveContactsDays(), c.inactiveContactsDays());
        if (!same) {
            apply(new RetentionSet(registration.tenant(), c.journalBodiesDays(), c.inactiveContactsDays(), c.at()));
        }
    }

    @EventSourcingHandler
    void on(RetentionSet event) {
        retention = event;
    }

    @EventSourcingHandler
    void on(TenantRegistered event) {
        id = TenantStreamId.ofTenant(event.tenant());
        registration = event;
    }

    @EventSourcingHandler
    void on(MemberJoined event) {
        members.put(event.accountId(), event.role());
    }
}
