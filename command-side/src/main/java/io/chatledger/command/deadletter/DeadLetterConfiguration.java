package io.chatledger.command.deadletter;

import io.chatledger.command.Aggregates;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires dead letters. */
@Configuration(value = "commandDeadLetterConfiguration", proxyBeanMethods = false)
public class DeadLetterConfiguration {

    @Bean
    ConfigurerModule deadLetterAggregate(Aggregates aggregates) {
        return configurer -> configurer.configureAggregate(aggregates.cached(DeadLetter.class));
    }
}
