package io.chatledger.command.webhook;

import io.chatledger.command.Aggregates;
import io.chatledger.command.Arrivals;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the webhook journal. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {

    @Bean
    ConfigurerModule deliveryAggregate(Aggregates aggregates) {
        return configurer -> configurer.configureAggregate(aggregates.cached(Delivery.class));
    }

    /** @param node survives restarts, so that a node finds its own work at once; another one waits for the lease */
    @Bean
    WebhookJournal webhookJournal(
            @Qualifier("storeDataSource") DataSource store,
            JournalBodies bodies,
            @Value("${chatledger.node-id:}") String node,
            InstantSource clock) {
        return new WebhookJournal(
                store, bodies, node.isBlank() ? UUID.randomUUID().toString() : node, clock);
    }

    @Bean
    Arrivals arrivals(WebhookJournal journal) {
        return journal::newestArrival;
    }

    @Bean
    Backlog webhookBacklog() {
        return new Backlog();
    }
}
