package io.chatledger.command.conversation;

import com.github.kagkarlsson.scheduler.task.Task;
import io.chatledger.command.Aggregates;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what decides about conversations. */
@Configuration(proxyBeanMethods = false)
public class ConversationConfiguration implements ConfigurerModule {

    private final Aggregates aggregates;

    ConversationConfiguration(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.cached(Conversation.class))
                .configureAggregate(aggregates.cached(ProviderMessage.class))
                .registerCommandHandler(axon -> new InboundMessages(
                        axon.repository(Conversation.class), axon.repository(ProviderMessage.class)));
    }

    @Bean
    Task<?> sendTask(MessageSender sender) {
        return SendTask.create(sender);
    }
}
