package io.chatledger.app.store;

import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.eventstore.StoreProbe;
import io.chatledger.eventstore.StoreWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Watches whether the store is there, and keeps the log quiet while it is not. */
@Configuration(proxyBeanMethods = false)
class StoreWatchConfiguration {

    @Bean
    StoreAvailability storeAvailability() {
        return new StoreAvailability();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOn("flyway")
    StoreWatch storeWatch(StoreAvailability store, List<StoreProbe> probes) {
        return new StoreWatch(store, probes);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    QuietLibraries quietLibraries(StoreAvailability store) {
        return new QuietLibraries(store);
    }

    @Bean
    MeterBinder storeAvailable(StoreAvailability store) {
        return registry -> Gauge.builder("chatledger.store.available", store, one -> one.isAway() ? 0 : 1)
                .description("1 while the event store and the database can be reached, else 0")
                .register(registry);
    }
}
