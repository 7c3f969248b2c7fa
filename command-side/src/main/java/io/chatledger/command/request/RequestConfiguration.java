package io.chatledger.command.request;

import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.stereotype.Component;

/** Lets every command be asked for once only. */
@Component
public class RequestConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    RequestConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(IdempotentRequest.class))
                .registerCommandHandler(axon -> new OnceOnly(axon.repository(IdempotentRequest.class)))
                .onInitialize(axon -> axon.onStart(() -> axon.commandBus()
                        .registerHandlerInterceptor(new OnceOnly(axon.repository(IdempotentRequest.class)))));
    }
}
