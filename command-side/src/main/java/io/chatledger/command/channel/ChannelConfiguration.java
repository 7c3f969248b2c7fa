package io.chatledger.command.channel;

import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.stereotype.Component;

/** Registers what decides about channels. */
@Component
public class ChannelConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    ChannelConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(Channel.class))
                .configureAggregate(aggregates.cached(Route.class))
                .registerCommandHandler(
                        axon -> new ChannelConnections(axon.repository(Channel.class), axon.repository(Route.class)));
    }
}
