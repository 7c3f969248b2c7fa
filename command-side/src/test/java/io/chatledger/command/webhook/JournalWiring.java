package io.chatledger.command.webhook;

import io.chatledger.command.Aggregates;
import io.chatledger.command.Commands;
import io.chatledger.command.RetentionRules;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.vault.MasterKey;
import io.chatledger.vault.SecretVault;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** All that the journal is made of, as the application puts it together. */
final class JournalWiring {

    private JournalWiring() {}

    static AnnotationConfigApplicationContext of(
            DataSource database, Configuration axon, WebhookSource source, StoreAvailability store) {
        AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
        spring.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("chatledger.node-id", JournalFixture.NODE)));
        spring.registerBean("storeDataSource", DataSource.class, () -> database);
        spring.registerBean(CommandGateway.class, axon::commandGateway);
        spring.registerBean(EventStore.class, axon::eventStore);
        spring.registerBean(WebhookSource.class, () -> source);
        spring.registerBean(StoreAvailability.class, () -> store);
        spring.registerBean(InstantSource.class, InstantSource::system);
        spring.registerBean(Aggregates.class, () -> new Aggregates());
        spring.registerBean(RetentionRules.class, () -> List::of);
        spring.registerBean(MasterKey.class, () -> MasterKey.of(new byte[32]));
        spring.register(
                SecretVault.class,
                JournalBodies.class,
                JournalRetention.class,
                JournalPages.class,
                JournalTraces.class,
                LaterNames.class,
                DeliveryEnd.class,
                Commands.class,
                Deliveries.class,
                WebhookInbox.class,
                WebhookConfiguration.class,
                DeliveryWorker.class);
        spring.refresh();
        return spring;
    }
}
