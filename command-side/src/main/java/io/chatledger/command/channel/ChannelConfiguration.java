package io.chatledger.command.channel;

import com.github.kagkarlsson.scheduler.task.Task;
import io.chatledger.command.Aggregates;
import io.chatledger.command.Commands;
import io.chatledger.command.claim.Claims;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what decides about channels. */
@Configuration(proxyBeanMethods = false)
public class ChannelConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    ChannelConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Bean
    Task<?> displacementTask(Commands commands, ChannelTokens tokens) {
        return DisplacementTask.create(commands, tokens);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(Channel.class))
                .registerCommandHandler(axon ->
                        new ChannelConnections(axon.repository(Channel.class), axon.getComponent(Claims.class)));
    }
}
