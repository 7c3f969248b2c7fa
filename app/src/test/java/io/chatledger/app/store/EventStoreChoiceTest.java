package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.message.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EventStoreChoiceTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(EventStoreConfiguration.class)
            .withBean(Features.class, Features::builtIn)
            .withBean(PersonalDataSeals.class, NothingToSeal::new);

    /** The choice of an engine stores nothing. */
    private static final class NothingToSeal implements PersonalDataSeals {
        @Override
        public byte[] seal(StreamId person, Purpose purpose, String field, byte[] data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] open(String person, Purpose purpose, String field, byte[] sealed) {
            throw new UnsupportedOperationException();
        }
    }

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
