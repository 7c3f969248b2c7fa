package io.chatledger.app.axon;

import io.chatledger.eventstore.ProcessorRevival;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.message.EventSerializer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon, assembled by hand: its auto-configuration names packages from before Spring Boot 4 and would silently run
 * without transactions. Commands need none: their only write is one append.
 */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    static {
        // PostgreSQL keeps microseconds; so events in memory and in the table say the same.
        GenericEventMessage.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    CommandBus commandBus(MeterRegistry meters) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .messageMonitor(new CommandMetrics(meters))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new OriginOfEvents()));
        return bus;
    }

    @Bean(destroyMethod = "")
    org.axonframework.config.Configuration axon(
            EventStore eventStore,
            EventSerializer serializer,
            CommandBus commandBus,
            ObjectProvider<ConfigurerModule> modules,
            @Qualifier("storeTokens") TokenStore tokens,
            @Qualifier("storeAxonTransactions") TransactionManager transactions,
            AutomationDeadLetters deadLetters,
            ApplicationContext context) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(axon -> eventStore)
                .configureCommandBus(axon -> commandBus)
                .configureSerializer(axon -> serializer)
                .configureEventSerializer(axon -> serializer)
                .configureMessageSerializer(axon -> serializer)
                .configureCorrelationDataProviders(axon -> List.of(new OriginOfEvents()))
                .registerComponent(TokenStore.class, axon -> tokens)
                .registerComponent(TransactionManager.class, axon -> transactions);
        configurer.eventProcessing(processing -> automations(processing, deadLetters, context));
        modules.orderedStream().forEach(module -> module.configureModule(configurer));
        return configurer.buildConfiguration();
    }

    @Bean
    AxonLifecycle axonLifecycle(org.axonframework.config.Configuration axon, StoreAvailability store) {
        return new AxonLifecycle(axon, new ProcessorRevival(store, () -> streaming(axon)));
    }

    @Bean
    CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
        return axon.commandGateway();
    }

    private static List<StreamingEventProcessor> streaming(org.axonframework.config.Configuration axon) {
        return axon.eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
    }

    /** Automations start at the beginning, not on a replay token, and put aside the streams they cannot handle. */
    private static void automations(
            EventProcessingConfigurer processing, AutomationDeadLetters deadLetters, ApplicationContext context) {
        for (String name : context.getBeanNamesForAnnotation(ProcessingGroup.class)) {
            processing.registerEventHandler(axon -> context.getBean(name));
            deadLetters.configure(
                    Objects.requireNonNull(context.findAnnotationOnBean(name, ProcessingGroup.class))
                            .value(),
                    processing);
        }
        processing
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration((axon, builder) -> builder.initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(100)
                        .tokenClaimInterval(1000))
                .registerDefaultErrorHandler(axon -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
    }
}
