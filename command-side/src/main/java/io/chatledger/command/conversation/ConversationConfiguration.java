package io.chatledger.command.conversation;

import com.github.kagkarlsson.scheduler.task.Task;
import io.chatledger.command.Aggregates;
import io.chatledger.command.ContactTalks;
import io.chatledger.command.StandIns;
import io.chatledger.command.TenantChannels;
import io.chatledger.eventstore.StoreAvailability;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what decides about conversations. */
@Configuration(proxyBeanMethods = false)
public class ConversationConfiguration implements ConfigurerModule {

    /** Another one whenever the fields of {@link Conversation}, its state or its outbox change, or what they are made of. */
    static final int SNAPSHOT_REVISION = 5;

    private static final int EVENTS_A_SNAPSHOT = 200;

    private final Aggregates aggregates;
    private final TenantChannels channels;

    public ConversationConfiguration(Aggregates aggregates, TenantChannels channels) {
        this.aggregates = aggregates;
        this.channels = channels;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(aggregates.snapshotted(
                        Conversation.class, "conversation.Conversation", SNAPSHOT_REVISION, EVENTS_A_SNAPSHOT))
                .configureAggregate(aggregates.cached(ProviderMessage.class))
                .registerComponent(
                        ContactTalks.class,
                        axon -> new MergedTalks(
                                new Continuations(axon.repository(Conversation.class)),
                                axon.repository(ProviderMessage.class),
                                channels))
                .registerCommandHandler(axon -> new MessageIntake(
                        new Continuations(axon.repository(Conversation.class)),
                        axon.repository(ProviderMessage.class),
                        () -> axon.getComponent(StandIns.class)));
    }

    @Bean
    Task<?> sendTask(MessageSender sender, StoreAvailability store) {
        return SendTask.create(sender, store);
    }
}
