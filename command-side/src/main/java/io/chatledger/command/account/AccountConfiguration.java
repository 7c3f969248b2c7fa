package io.chatledger.command.account;

import io.chatledger.command.Aggregates;
import io.chatledger.command.claim.Claims;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.stereotype.Component;

/** Registers what decides about tenants and accounts. */
@Component
public class AccountConfiguration implements ConfigurerModule {

    /** What was answered to a request is answered again, whoever is a member by then. */
    private static final int AFTER_ONCE_ONLY = 1;

    private final Aggregates aggregates;

    AccountConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(Tenant.class))
                .configureAggregate(aggregates.cached(Account.class))
                .configureAggregate(aggregates.cached(SessionHistory.class))
                .registerCommandHandler(axon -> new SessionRecords(axon.repository(SessionHistory.class)))
                .registerCommandHandler(axon -> new Registration(
                        axon.repository(Tenant.class), axon.repository(Account.class), axon.getComponent(Claims.class)))
                .onInitialize(axon -> axon.onStart(
                        AFTER_ONCE_ONLY,
                        () -> axon.commandBus()
                                .registerHandlerInterceptor(new MembersOnly(axon.repository(Tenant.class)))));
    }
}
