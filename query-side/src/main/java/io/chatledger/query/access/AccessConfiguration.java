package io.chatledger.query.access;

import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever answers records who has read: the event store is in every process. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ReadRecorder readRecorder(
            EventStore store,
            InstantSource clock,
            @Value("${chatledger.audit.waiting-reads:20000}") int most,
            @Value("${chatledger.audit.read-patience:500ms}") Duration patience) {
        return new ReadRecorder(new ReadWriter(store), clock, most, patience);
    }
}
