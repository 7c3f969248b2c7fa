package io.chatledger.readmodel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.exception.DataAccessException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who write events cannot change them. */
class FinalEventsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = '{}'",
                "delete from event",
                "truncate event",
                "update event set position = position + 1000"
            })
    void noRoleOfOursChangesWhatIsWritten(String statement) {
        for (String role : new String[] {"chatledger_store", "chatledger_projection", "chatledger_notary"}) {
            assertThatThrownBy(() -> MigratedDatabase.owner().transaction(transaction -> {
                        transaction.dsl().execute("set local role " + role);
                        transaction.dsl().execute(statement);
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
