package io.chatledger.command.contact;

import com.github.kagkarlsson.scheduler.task.Task;
import io.chatledger.command.Aggregates;
import io.chatledger.command.ContactTalks;
import io.chatledger.command.StandIns;
import io.chatledger.command.claim.Claims;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactId;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what decides about contacts. */
@Configuration(proxyBeanMethods = false)
public class ContactConfiguration implements ConfigurerModule {

    /** What was answered to a request is answered again, whoever has which number by then. */
    private static final int AFTER_ONCE_ONLY = 1;

    private final Aggregates aggregates;
    private final IdentityClaims names;

    public ContactConfiguration(Aggregates aggregates, IdentityClaims names) {
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
                .registerCommandHandler(
                        axon -> new ErasedSenders(axon.repository(Contact.class), axon.getComponent(Claims.class)))
                .registerComponent(StandIns.class, axon -> contact -> standsFor(contact, axon.eventStore()))
                .registerCommandHandler(axon -> new ContactDirectory(
                        axon.repository(Contact.class),
                        axon.getComponent(Claims.class),
                        axon.getComponent(ContactTalks.class),
                        merging(axon)))
                .registerCommandHandler(axon ->
                        new Persons(axon.repository(Contact.class), axon.getComponent(Claims.class), merging(axon)))
                .onInitialize(axon -> axon.onStart(
                        AFTER_ONCE_ONLY,
                        () -> axon.commandBus()
                                .registerHandlerInterceptor(new ReachableOnly(
                                        axon.repository(Contact.class), axon.getComponent(ContactTalks.class)))));
    }

    private static ContactId standsFor(ContactId contact, EventStore events) {
        ContactState stored = new ContactState();
        events.readEvents(contact.value()).forEachRemaining(event -> stored.on((OfContact) event.getPayload()));
        return stored.lineage.standsFor(contact);
    }

    private Merging merging(org.axonframework.config.Configuration axon) {
        return new Merging(
                axon.repository(Contact.class),
                axon.getComponent(Claims.class),
                names,
                axon.getComponent(ContactTalks.class));
    }
}
