package io.chatledger.command.contact;

import com.github.kagkarlsson.scheduler.task.Task;
import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what decides about contacts. */
@Configuration(proxyBeanMethods = false)
public class ContactConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    ContactConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Bean
    Task<?> erasureTask(Erasure erasure) {
        return ErasureTask.create(erasure);
    }

    @Bean
    Task<?> contactRetentionTask(ContactRetention retention) {
        return retention.task();
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
