package io.chatledger.app.store;

import io.chatledger.command.Aggregates;
import io.chatledger.command.SnapshotSerializer;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventTenants;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.message.SealedJson;
import io.chatledger.projection.Fact;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * What is the same whichever engine {@code chatledger.event-store} names. An engine supplies Axon's {@code EventStore},
 * whose positions begin at 1, {@code EventPositions} and an {@code EventLog}, and sees to it that {@code Aggregates}
 * forgets what other processes change.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EventStoreConfiguration.KnownEngine.class)
class EventStoreConfiguration {

    @Bean
    EventSerializer eventSerializer(Features features, PersonalDataSeals seals) {
        return new EventSerializer(features.registry(), seals);
    }

    @Bean
    SealedJson sealedJson(PersonalDataSeals seals) {
        return new SealedJson(seals.readingAhead());
    }

    /** A process that handles no commands has no aggregates either, and leaves all snapshots aside. */
    @Bean
    SnapshotSerializer snapshotSerializer(ObjectProvider<Aggregates> aggregates) {
        return aggregates.getIfAvailable(Aggregates::new).snapshots();
    }

    @Bean
    EventFormat eventFormat(EventSerializer events, SnapshotSerializer snapshots, Features features) {
        return EventFormat.of(events)
                .withHistory(events.readingAhead())
                .withSnapshots(snapshots, snapshots)
                .withUpcasters(features.upcasters());
    }

    /** A tenant's event may come of a command of the platform: the stream's name decides, not the caller. */
    @Bean
    EventTenants eventTenants() {
        return message -> Fact.tenantOf(message).value();
    }

    /** Fails the start before anything else does, for want of an engine. */
    static final class KnownEngine implements Condition {

        private static final Set<String> KNOWN = Set.of("postgres", "axon-server");

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String engine = context.getEnvironment().getProperty("chatledger.event-store", "postgres");
            if (!KNOWN.contains(engine.toLowerCase(Locale.ROOT))) {
                throw new IllegalStateException(
                        "CHATLEDGER_EVENT_STORE may be postgres or axon-server; it is: " + engine);
            }
            return true;
        }
    }
}
