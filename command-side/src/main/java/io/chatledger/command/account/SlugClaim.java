package io.chatledger.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.FindBySlug;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** Which tenant has a slug. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class SlugClaim {

    @AggregateIdentifier
    private TenantStreamId id;

    private TenantId tenant;

    SlugClaim() {}

    void claim(TenantStreamId claim, TenantId newTenant, Instant at) {
        if (tenant != null) {
            throw DomainProblem.conflict("slug-taken", "There is a company with this slug already.");
        }
        apply(new SlugClaimed(claim, newTenant, at));
    }

    @CommandHandler
    TenantId handle(FindBySlug command) {
        return tenant;
    }

    @EventSourcingHandler
    void on(SlugClaimed event) {
        id = event.claim();
        tenant = event.tenant();
    }
}
