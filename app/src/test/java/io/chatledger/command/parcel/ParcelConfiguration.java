package io.chatledger.command.parcel;

import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Registers what decides about parcels. */
@Configuration(proxyBeanMethods = false)
@Profile("parcel")
class ParcelConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    ParcelConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(aggregates.cached(Parcel.class));
    }
}
