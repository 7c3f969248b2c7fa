package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.axonserver.AxonServerStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NotChosenTest {

    @ParameterizedTest
    @ValueSource(strings = {"chatledger.event-store=postgres", "nothing=chosen"})
    void whereAxonServerIsNotChosenNothingOfItIsThere(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(AxonServerEventStoreConfiguration.class)
                .withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(AxonServerStore.class)
                        .doesNotHaveBean(EventStore.class));
    }
}
