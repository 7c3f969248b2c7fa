package io.chatledger.command.account;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.conversation.ConversationCommand.Assign;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Lets work be given to members of the tenant only. Asked after the command itself, so that what does not exist or does
 * not fit is told first, and in its unit of work: whoever is a member stays one until it is stored.
 */
final class MembersOnly implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Repository<Tenant> tenants;

    MembersOnly(Repository<Tenant> tenants) {
        this.tenants = tenants;
    }

    /** @throws DomainProblem {@code not-a-member}, with the field */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        if (unitOfWork.getMessage().getPayload() instanceof Assign assign
                && !isMember(assign.conversationId().tenant(), assign.accountId())) {
            throw notAMember();
        }
        return answer;
    }

    private boolean isMember(TenantId tenant, String account) {
        try {
            AccountId id = AccountId.of(TenantId.PLATFORM, UUID.fromString(account));
            return tenants.load(TenantStreamId.ofTenant(tenant).value()).invoke(members -> members.has(id));
        } catch (IllegalArgumentException | AggregateNotFoundException nobody) {
            return false;
        }
    }

    private static DomainProblem notAMember() {
        String message = "accountId has to be the id of a member of this tenant.";
        return new DomainProblem(
                DomainProblem.Kind.UNPROCESSABLE,
                "not-a-member",
                message,
                Map.of("errors", List.of(Map.of("field", "accountId", "code", "not-a-member", "message", message))));
    }
}
