package io.chatledger.operations.notary;

import io.chatledger.eventstore.Follower;
import io.chatledger.eventstore.chain.CheckpointMaker;
import io.chatledger.eventstore.chain.DueCheckpoints;
import io.chatledger.eventstore.chain.Notary;
import io.chatledger.eventstore.chain.Wakeup;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the notary where this process projects; of several such processes one does the work. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chatledger.event-store", havingValue = "postgres", matchIfMissing = true)
class NotaryConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(NotaryConfiguration.class);
    private static final int BATCH = 1000;
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    Wakeup notaryWakeup(EventStore store) {
        return new Wakeup(store);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Follower notary(
            @Qualifier("notaryDataSource") DataSource dataSource,
            CheckpointMaker checkpoints,
            Wakeup wakeup,
            InstantSource clock,
            @Value("${chatledger.audit.checkpoint-events:1000}") int events,
            @Value("${chatledger.audit.checkpoint-interval:5m}") Duration interval) {
        DueCheckpoints due =
                new DueCheckpoints(dataSource, checkpoints, clock, new DueCheckpoints.When(events, interval, LOOK));
        Notary notary = new Notary(dataSource, wakeup, due, BATCH);
        return new Follower(
                "notary",
                notary::follow,
                failure -> LOG.warn("The hash chain waits, trying again: {}", failure.getMessage()));
    }
}
