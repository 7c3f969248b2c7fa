package io.chatledger.command.contact;

import com.github.kagkarlsson.scheduler.task.Task;
import io.chatledger.command.Aggregates;
import io.chatledger.command.ContactTalks;
import io.chatledger.command.IdentityClaims;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what decides about contacts. */
@Configuration(proxyBeanMethods = false)
public class ContactConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;
    private final IdentityClaims names;

    ContactConfiguration(Aggregates aggregates, IdentityClaims names) {
        this.aggregates = aggregates;
        this.names = names;
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
                .registerCommandHandler(
                        axon -> new ErasedSenders(axon.repository(Contact.class), axon.repository(IdentityClaim.class)))
                .registerCommandHandler(axon -> new ContactDirectory(
                        axon.repository(Contact.class),
                        axon.repository(IdentityClaim.class),
                        names,
                        axon.getComponent(ContactTalks.class)));
    }
}
