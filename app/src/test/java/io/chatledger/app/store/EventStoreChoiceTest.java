package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EventStoreChoiceTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(EventStoreConfiguration.class);

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "axon-server", "Axon-Server"})
    void anEngineThatIsKnownIsTaken(String engine) {
        application
                .withPropertyValues("chatledger.event-store=" + engine)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void postgresIsTakenWhereNobodyChooses() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongo", "", "axon_server"})
    void anotherOneFailsTheStartAndIsNamed(String engine) {
        application
                .withPropertyValues("chatledger.event-store=" + engine)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessage("CHATLEDGER_EVENT_STORE may be postgres or axon-server; it is: " + engine));
    }
}
