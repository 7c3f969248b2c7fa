package io.chatledger.command.claim;

import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.stereotype.Component;

/** Registers what decides about claims, for all features: they get it as a component, {@link Claims}. */
@Component
public class ClaimConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    public ClaimConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(Claim.class))
                .registerComponent(Claims.class, axon -> new Claims(axon.repository(Claim.class)))
                .registerCommandHandler(axon -> axon.getComponent(Claims.class));
    }
}
