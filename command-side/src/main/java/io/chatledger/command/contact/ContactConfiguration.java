package io.chatledger.command.contact;

import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.stereotype.Component;

/** Registers what decides about contacts. */
@Component
public class ContactConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    ContactConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(Contact.class))
                .configureAggregate(aggregates.cached(IdentityClaim.class))
                .registerCommandHandler(axon ->
                        new ContactDirectory(axon.repository(Contact.class), axon.repository(IdentityClaim.class)));
    }
}
